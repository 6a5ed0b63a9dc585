import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endProcess } from './end-process.ts';
import { scratchLibrary } from './scratch-library.ts';

/** `npm run dev` while an essay and its translation are written. */
const library = scratchLibrary('dev-translations');
let server: ChildProcess;
let output = '';

const translate = (text: string) =>
  writeFileSync(
    join(library.content, 'essays/quay/index.de.md'),
    `---\ntitle: Der Kai\ndescription: A\npublished: 2026-01-03\n---\n\n${text}\n`,
  );
const address = () => /http:\/\/localhost:\d+\//.exec(output)?.[0] ?? '';
const shown = async (path: string) => (await fetch(new URL(path, start))).text();
let start = '';

beforeAll(() => {
  library.write('quay', 'Salt gets into every lock along the quay.');
  translate('Salz dringt in jedes Schloss am Kai.');
  const { PATH, HOME } = process.env; // nothing of the test runner's, which the server would take for its own
  const env = { PATH, HOME, STET_CONTENT: library.content, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  server = spawn(process.execPath, ['src/commands/dev.ts'], { env });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data) => (output += data));
});
afterAll(() => endProcess(server));

it('shows a translation, updates it at every save and marks what is behind', async () => {
  await expect.poll(address, { timeout: 60_000 }).not.toBe('');
  start = address();
  expect(output).toMatch(/translation\.de\.json: new\. Commit this file/);
  expect(await shown('essays/quay/de/')).toContain('Salz dringt');
  expect(await shown('essays/quay/')).toContain('Deutsch');
  library.edit('quay', 'Salt gets into every lock', 'Salt gets slowly into every lock');
  await expect.poll(() => shown('essays/quay/de/'), { timeout: 60_000 }).toContain('class="outdated"');
  translate('Salz dringt langsam in jedes Schloss am Kai.');
  await expect.poll(() => shown('essays/quay/de/'), { timeout: 60_000 }).toContain('langsam');
  expect(await shown('essays/quay/de/')).not.toContain('class="outdated"');
});
