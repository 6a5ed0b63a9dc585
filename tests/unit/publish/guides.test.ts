import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOfHosts, hosts, hostTable } from '../../../src/publish/hosts/hosts.ts';
import { placementOf } from '../../../src/publish/hosts/placement.ts';

const folder = 'src/publish/hosts';
const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const files = filesOfHosts(placementOf('https://stet.example/', '/srv/site'));

describe('the guides', () => {
  it('are one for each host, and no other', () => {
    const named = [...new Set(hosts.map(({ guide }) => guide))];
    expect(named.toSorted()).toEqual(guides.filter((name) => name !== 'hosts.md').toSorted());
  });

  it('have a table of all hosts (after a change: `node src/commands/host-table.ts`)', () => {
    expect(readFileSync(join(folder, 'hosts.md'), 'utf8')).toContain(`\n\n${hostTable()}\n\n`);
  });

  it('and the settings give each path one text', () => {
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    for (const { path, text } of files) expect(texts.get(path), path).toBe(text);
  });

  it.each(guides)('%s names only commands and files that there are', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, script] of text.matchAll(/npm run ([\w-]+)/g)) expect(scripts).toHaveProperty(script ?? '');
    for (const [, file] of text.matchAll(/\.stet\/hosts\/([\w-]+(?:\.\w+)?)/g))
      expect(files.filter(({ published }) => !published).map(({ path }) => path)).toContain(file);
    for (const [, path] of text.matchAll(/`((?:src|tests|bench)\/[\w./-]+)`/g))
      expect(existsSync(path ?? ''), path).toBe(true);
  });
});

describe('the workflow for GitHub', () => {
  const workflow = readFileSync('.github/workflows/pages.yml', 'utf8');

  it('names every action by its commit, with its version beside it', () => {
    const used = workflow.split('\n').filter((line) => line.includes('uses:'));
    expect(used.length).toBeGreaterThan(2);
    for (const line of used) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('publishes names that begin with a point, which the action leaves out unless it is told', () => {
    expect(workflow).toMatch(/upload-pages-artifact@[\s\S]*include-hidden-files: true/);
  });
});
