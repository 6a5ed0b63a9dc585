import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(): { status: number | null; stderr: string } {
  const env = { ...process.env, STET_CONTENT: folder, STET_OUT: join(folder, 'dist') };
  return spawnSync(process.execPath, ['src/commands/build.ts'], { env, encoding: 'utf8' });
}

describe('a mistake in the configuration', () => {
  it('is reported in sentences, without a stack', () => {
    const configuration = JSON.stringify({
      name: 'A',
      description: 'B',
      url: 'https://a.example/',
      langage: 'en',
    });
    writeFileSync(join(folder, 'site.ts'), `export const site = ${configuration};`);
    const { status, stderr } = build();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /site\.ts: `site\.langage` is not a field of the configuration\. Did you mean `language`\?/,
    );
    expect(stderr).toMatch(/\d errors\. The command was not run\.\n$/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
