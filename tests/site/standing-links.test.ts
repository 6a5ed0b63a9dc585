import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSite } from '../../src/publish/built-site.ts';

/** One small library through its life: published, edited, cut, renamed. Every build is a real one. */
const content = resolve('.stet/standing-links/content');
const out = resolve('.stet/standing-links/site');
const essay = (slug = 'first') => `${content}/essays/${slug}/index.mdx`;
const ledgerFile = (slug = 'first') => `${content}/essays/${slug}/anchors.json`;
const text = () => readFileSync(essay(), 'utf8');
const edit = (from: string, to: string) => {
  expect(text()).toContain(from);
  writeFileSync(essay(), text().replace(from, to));
};

function run(command: string, args: string[] = [], ci = ''): Promise<{ code: number; said: string }> {
  const env = { ...process.env, CI: ci, STET_CONTENT: content, STET_OUT: out };
  return new Promise((done) => {
    execFile(process.execPath, [`src/commands/${command}.ts`, ...args], { env }, (error, told, errors) => {
      const said = `${told}${errors}`.replace(/^Waiting for process .*\n/m, ''); // another test file may be building
      done({ code: typeof error?.code === 'number' ? error.code : 0, said });
    });
  });
}

const page = (path = 'essays/first/index.html') => {
  const found = openSite(out).pages.find((one) => one.path === path);
  if (!found) throw new Error(`There is no page ${path}.`);
  return found.tree;
};
const ids = (path?: string) => selectAll('[id]', page(path)).map((one) => String(one.properties['id']));
const idOf = (words: string) => {
  const anchors: { id: string; text: string }[] = JSON.parse(readFileSync(ledgerFile(), 'utf8')).anchors;
  return anchors.find((one) => one.text.includes(words))?.id ?? '';
};

const tide = 'The tide comes in twice a day and leaves the harbour wall a little lower each time.';
const gulls = 'Gulls follow the boats home because somebody always throws a crate of small fish away.';
const ropes = 'Old ropes hang in the sail loft, and nobody remembers which ship any of them came from.';

beforeAll(() => {
  rmSync(resolve('.stet/standing-links'), { recursive: true, force: true });
  mkdirSync(`${content}/pages`, { recursive: true });
  mkdirSync(`${content}/essays/first`, { recursive: true });
  cpSync('tests/fixtures/drafts/pages', `${content}/pages`, { recursive: true });
  writeFileSync(
    essay(),
    `---\ntitle: Harbour\ndescription: A\npublished: 2026-01-02\n---\n\n${tide}[^n]\n\n## Boats\n\n${gulls}\n\n${ropes}\n\n- one list\n- of two lines\n\n[^n]: A note on tides and on walls.\n`,
  );
});

describe('links that stand', () => {
  it('the first build writes the ledger, and CI then reads it and changes nothing', async () => {
    const first = await run('build');
    expect(first.said).toMatch(/first\/anchors\.json: 6 new\. Commit this file/);
    const ledger = readFileSync(ledgerFile(), 'utf8');
    expect(await run('build', [], 'true')).toEqual({ code: 0, said: '' });
    expect(await run('build')).toEqual({ code: 0, said: '' });
    expect(readFileSync(ledgerFile(), 'utf8')).toBe(ledger);
    expect(ids()).toEqual(
      expect.arrayContaining(JSON.parse(ledger).anchors.map((one: { id: string }) => one.id)),
    );
  });

  it('an edited text keeps its ids; in CI a ledger behind its text stops the build and names the command', async () => {
    const before = ids();
    edit(gulls, 'Gulls follow the boats home since somebody always throws a crate of small fish overboard.');
    edit('## Boats', '## What the boats bring');
    const ledger = readFileSync(ledgerFile(), 'utf8');
    const frozen = await run('build', [], 'true');
    expect(frozen.code).toBe(1);
    expect(frozen.said).toContain('2 carried to changed text');
    expect(frozen.said).toContain('npm run anchors -- accept');
    expect(readFileSync(ledgerFile(), 'utf8')).toBe(ledger);
    expect((await run('build')).code).toBe(0);
    expect(ids()).toEqual(before);
    expect((await run('anchors')).said).toContain('first: 6 unchanged, up to date');
  });

  it('text taken out stops the build with its place, its words and the ways on', async () => {
    const id = idOf('Old ropes');
    edit(`${ropes}\n\n`, '');
    const { code, said } = await run('build');
    expect(code).toBe(1);
    expect(said).toMatch(/first\/index\.mdx:11: Published text is gone/);
    expect(said).toContain('Old ropes hang in the sail loft');
    expect(said).toContain(`npm run anchors -- redirect /essays/first/#${id}`);
    expect(said).toContain(`npm run anchors -- retire /essays/first/#${id} --why`);
    expect(said).not.toMatch(/^\s+at /m);
    expect((await run('anchors')).code).toBe(1);
    const json: { essays: { faults: { id: string }[] }[] } = JSON.parse(
      (await run('anchors', ['--json'])).said,
    );
    expect(json.essays[0]?.faults.map((fault) => fault.id)).toEqual([id]);
  });

  it('a retired text leaves a tombstone where it stood', async () => {
    const id = idOf('Old ropes');
    expect((await run('anchors', ['retire', id])).code).toBe(2);
    expect((await run('anchors', ['retire', id, '--why', 'The loft burned down.'])).code).toBe(0);
    expect((await run('build', [], 'true')).said).toBe('');
    const stone = select(`#${id}`, page());
    expect(textOf(stone ?? { type: 'text', value: '' })).toContain('The loft burned down.');
    const order = ids().filter((one) => [idOf('Gulls'), id, idOf('one list')].includes(one));
    expect(order).toEqual([idOf('Gulls'), id, idOf('one list')]);
    expect((await run('anchors', ['explain', id])).said).toContain('was taken out: The loft burned down.');
  });

  it('a redirected id is an element in the text it leads to', async () => {
    const id = idOf('one list');
    const to = idOf('Gulls');
    expect((await run('anchors', ['redirect', id, to])).said).toContain('still stands');
    edit('- one list\n- of two lines\n\n', '');
    expect((await run('anchors', ['redirect', id, to])).code).toBe(0);
    expect((await run('build', [], 'true')).said).toBe('');
    expect(select(`#${to} > span#${id}:empty`, page())).not.toBeUndefined();
  });

  it('an essay under a new slug leaves a page at the old one with every id', async () => {
    const before = JSON.parse(readFileSync(ledgerFile(), 'utf8')).anchors.map(
      (one: { id: string }) => one.id,
    );
    renameSync(`${content}/essays/first`, `${content}/essays/harbour`);
    expect((await run('build', [], 'true')).code).toBe(1);
    const { code, said } = await run('build');
    expect([code, said]).toEqual([0, expect.stringContaining('essays/harbour/anchors.json')]);
    const old = page('essays/first/index.html');
    expect(select('link[rel=canonical]', old)?.properties['href']).toMatch(/\/essays\/harbour\/$/);
    expect(ids('essays/first/index.html')).toEqual(expect.arrayContaining(before));
    const hrefs = selectAll('main li a', old).map((link) => String(link.properties['href']));
    expect(hrefs).toEqual(before.map((id: string) => `../harbour/#${id}`));
    expect(ids('essays/harbour/index.html')).toEqual(expect.arrayContaining(before));
    expect(readFileSync(`${out}/index.html`, 'utf8')).not.toContain('essays/first');
  });

  it('pages with old ids and tombstones are valid', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off', 'no-inline-style': 'error', 'long-title': 'off' },
    });
    for (const path of ['essays/harbour/index.html', 'essays/first/index.html']) {
      const report = await validator.validateFile(`${out}/${path}`);
      const found = report.results.flatMap((one) =>
        one.messages.filter((message) => /\bid\b|span|content|dup/.test(message.message)),
      );
      expect(found.map((one) => one.message)).toEqual([]);
    }
  });

  it('a published essay may not become a draft again', async () => {
    renameSync(`${content}/essays/harbour`, `${content}/essays/first`);
    edit('published:', 'draft: true\npublished:');
    const { code, said } = await run('build');
    expect([code, said]).toEqual([1, expect.stringContaining('is now a draft')]);
    expect(existsSync(`${out}/essays/harbour/index.html`)).toBe(true);
  });
});
