import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

/** One small library through its life: published, edited, cut, renamed. Every build is a real one. */
const library = scratchLibrary('standing-links');
const { run, page } = library;
const first = 'essays/first/index.html';
const ids = (path = first) => library.ids(path);
const idOf = (words: string) => library.idOf('first', words);
const edit = (from: string, to: string) => library.edit('first', from, to);

const tide = 'The tide comes in twice a day and leaves the harbour wall a little lower each time.';
const gulls = 'Gulls follow the boats home because somebody always throws a crate of small fish away.';
const ropes = 'Old ropes hang in the sail loft, and nobody remembers which ship any of them came from.';

beforeAll(() =>
  library.write(
    'first',
    `${tide}[^n]`,
    '## Boats',
    gulls,
    ropes,
    '- one list\n- of two lines',
    '[^n]: A note on tides and on walls.',
  ),
);

// milliseconds: several builds, beside those of other test files
describe('permanent links', () => {
  it('the first build writes the ledger, and CI then reads it and changes nothing', async () => {
    const first = await run('build');
    expect(first.output).toMatch(/first\/anchors\.json: 6 new ids\. Commit this file/);
    const ledger = readFileSync(library.ledgerFile('first'), 'utf8');
    expect(await run('build', [], 'true')).toEqual({ code: 0, output: '' });
    expect(await run('build')).toEqual({ code: 0, output: '' });
    expect(readFileSync(library.ledgerFile('first'), 'utf8')).toBe(ledger);
    expect(ids()).toEqual(
      expect.arrayContaining(JSON.parse(ledger).anchors.map((one: { id: string }) => one.id)),
    );
  });

  it('an edited text keeps its ids; in CI a stale ledger stops the build with the command that updates it', async () => {
    const before = ids();
    edit(gulls, 'Gulls follow the boats home since somebody always throws a crate of small fish overboard.');
    edit('## Boats', '## What the boats bring');
    const ledger = readFileSync(library.ledgerFile('first'), 'utf8');
    const frozen = await run('build', [], 'true');
    expect(frozen.code).toBe(1);
    expect(frozen.output).toContain('2 carried to changed text');
    expect(frozen.output).toContain('npm run anchors -- accept');
    expect(readFileSync(library.ledgerFile('first'), 'utf8')).toBe(ledger);
    expect((await run('build')).code).toBe(0);
    expect(ids()).toEqual(before);
    expect((await run('anchors')).output).toContain('first: 6 unchanged, up to date');
  });

  it('removed text stops the build with its position, its words and the solutions', async () => {
    const id = idOf('Old ropes');
    edit(`${ropes}\n\n`, '');
    const { code, output } = await run('build');
    expect(code).toBe(1);
    expect(output).toMatch(/first\/index\.mdx:11: The published text of `#/);
    expect(output).toContain('Old ropes hang in the sail loft');
    expect(output).toContain(`npm run anchors -- redirect /essays/first/#${id}`);
    expect(output).toContain(`npm run anchors -- retire /essays/first/#${id} --why`);
    expect(output).not.toMatch(/^\s+at /m);
    expect((await run('anchors')).code).toBe(1);
    const json: { essays: { faults: { id: string }[] }[] } = JSON.parse(
      (await run('anchors', ['--json'])).output,
    );
    expect(json.essays[0]?.faults.map((fault) => fault.id)).toEqual([id]);
  });

  it('a retired text has a tombstone in its position', async () => {
    const id = idOf('Old ropes');
    expect((await run('anchors', ['retire', id])).code).toBe(2);
    expect((await run('anchors', ['retire', id, '--why', 'The loft burned down.'])).code).toBe(0);
    expect((await run('build', [], 'true')).output).toBe('');
    const stone = select(`#${id}`, page(first));
    expect(textOf(stone ?? { type: 'text', value: '' })).toContain('The loft burned down.');
    const order = ids().filter((one) => [idOf('Gulls'), id, idOf('one list')].includes(one));
    expect(order).toEqual([idOf('Gulls'), id, idOf('one list')]);
    expect((await run('anchors', ['explain', id])).output).toContain('was retired: The loft burned down.');
  });

  it('a redirected id is an element in the text it leads to', async () => {
    const id = idOf('one list');
    const to = idOf('Gulls');
    expect((await run('anchors', ['redirect', id, to])).output).toContain('still exists');
    edit('- one list\n- of two lines\n\n', '');
    expect((await run('anchors', ['redirect', id, to])).code).toBe(0);
    expect((await run('build', [], 'true')).output).toBe('');
    expect(select(`#${to} > span#${id}:empty`, page(first))).not.toBeUndefined();
  });

  it('an essay under a new slug has a page at the previous one with every id', async () => {
    const before = JSON.parse(readFileSync(library.ledgerFile('first'), 'utf8')).anchors.map(
      (one: { id: string }) => one.id,
    );
    const id = idOf('Gulls follow');
    const written = [
      '../first/index.mdx',
      '../first/',
      '../first',
      '/essays/first/index.mdx',
      '/essays/first',
    ];
    library.write('other', ...written.map((address) => `A [link](${address}#${id}).`));
    renameSync(`${library.content}/essays/first`, `${library.content}/essays/harbour`);
    expect((await run('build', [], 'true')).code).toBe(1);
    const { code, output } = await run('build');
    expect([code, output]).toEqual([0, expect.stringContaining('essays/harbour/anchors.json')]);
    // a link in a text is kept, whatever it is written like: the page at the previous slug has the id
    expect(library.leads('other', `main a[href$="#${id}"]`)).toEqual(
      written.map(() => `/essays/first/#${id}`),
    );
    const old = page('essays/first/index.html');
    expect(select('link[rel=canonical]', old)?.properties['href']).toMatch(/\/essays\/harbour\/$/);
    expect(ids('essays/first/index.html')).toEqual(expect.arrayContaining(before));
    const led = selectAll('main li a', old).map(
      (link) => new URL(String(link.properties['href']), 'https://a.example/b/essays/first/').href,
    );
    expect(led).toEqual(before.map((id: string) => `https://a.example/b/essays/harbour/#${id}`));
    expect(ids('essays/harbour/index.html')).toEqual(expect.arrayContaining(before));
    expect(readFileSync(`${library.out}/index.html`, 'utf8')).not.toContain('essays/first');
    rmSync(`${library.content}/essays/other`, { recursive: true });
  });

  it('pages with old ids and tombstones are valid', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off', 'no-inline-style': 'error', 'long-title': 'off' },
    });
    for (const path of ['essays/harbour/index.html', 'essays/first/index.html']) {
      const report = await validator.validateFile(`${library.out}/${path}`);
      const found = report.results.flatMap((one) =>
        one.messages.filter((message) => /\bid\b|span|content|dup/.test(message.message)),
      );
      expect(found.map((one) => one.message)).toEqual([]);
    }
  });

  it('a text that the parser cannot read is named, and none of its ids is mentioned', async () => {
    const before = readFileSync(library.essay('harbour'), 'utf8');
    writeFileSync(library.essay('harbour'), `${before}\nA {brace that nothing closes.\n`);
    const { code, output } = await run('build');
    writeFileSync(library.essay('harbour'), before);
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/harbour\/index\.mdx:\d+:\d+: .*\[mdx\/braces\]/),
    ]);
    expect(output).not.toMatch(/published text|retire/);
    expect(output).toContain('1 error.');
  });

  it('a published essay cannot become a draft again', async () => {
    renameSync(`${library.content}/essays/harbour`, `${library.content}/essays/first`);
    edit('published:', 'draft: true\npublished:');
    const { code, output } = await run('build');
    expect([code, output]).toEqual([1, expect.stringContaining('A published essay cannot be a draft')]);
    expect(existsSync(`${library.out}/essays/harbour/index.html`)).toBe(true);
  });
});
