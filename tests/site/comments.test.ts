import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { isThorough } from '../thorough.ts';
import { commentedLibrary } from './commented-library.ts';
import { lamp, nets, salt } from './harbour-texts.ts';

/** A library with comments through its life. Every build is a real one. */
const commented = commentedLibrary('shown-comments');
const { library, fileOf, write, place, wordsOf, link, read, configure } = commented;
const { run } = library;
const quay = 'essays/quay/index.html';

let withoutComments = '';

beforeAll(async () => {
  library.git('init', '-q');
  library.write('quay', salt, '## Boats', lamp, nets);
  library.write('bare', 'An essay on which nobody has said a word yet, and nobody may ever say one.');
  expect((await run('build')).code).toBe(0);
  library.commit();
  withoutComments = read('essays/bare/index.html');
});

// milliseconds: several builds, beside those of other test files
describe('comments', () => {
  it('of a merged pull request are shown by CI, which asks for no other file', async () => {
    const block = library.idOf('quay', 'The lamp');
    write('quay', '2026-03-01-one', [
      `block: ${block}`,
      'quote: lit by hand',
      'website: https://jane.example/',
    ]);
    write('quay', '2026-03-02-two', ['parent: comment-one', 'role: author'], 'Thank *you*.');
    write('quay', '2026-03-03-three', [`block: ${library.idOf('quay', 'Boats')}`]);
    write('quay', '2026-03-04-lost', ['block: no-such-block', 'quote: as it was', 'parent: comment-unknown']);
    library.commit();
    expect(await run('build', [], 'true')).toEqual({ code: 0, output: '' });
    expect(library.ledger('quay').comments).toBeUndefined();
    expect(textOf(place(quay, 'comments-title'))).toBe('4 comments');
  });

  it('have a name, a standing address, the passage and a text; answers stand in what they answer', () => {
    expect(wordsOf(quay, 'comment-one')).toMatch(
      /^Jane 1 March 2026 \/ lit by hand \/ I was there\. \/ Jane Author 2 March/,
    );
    expect(select('#comment-one > #comment-two', place(quay, 'comments'))).toBeDefined();
    expect(link(quay, 'comment-one', 'a[rel="ugc nofollow noopener"]')).toBe('https://jane.example/');
    expect(link(quay, 'comment-one', 'a:has(time)')).toBe('#comment-one');
    expect(link(quay, 'comment-one', '.passage a')).toBe(`#${library.idOf('quay', 'The lamp')}`);
    expect(wordsOf(quay, 'comment-three')).toContain('Boats');
  });

  it('say when the passage or the comment that they belong to is not there', () => {
    expect(wordsOf(quay, 'comment-lost')).toBe(
      'Jane 4 March 2026 in answer to a comment that is not here / as it was / The passage has gone. / I was there.',
    );
  });

  it('are counted in the margin and at the section, in words for who hears them', () => {
    const counts = selectAll('.comment-count', library.page(quay));
    expect(counts.map(({ properties }) => [properties['href'], properties['ariaLabel']])).toEqual([
      ['#comment-one', '3 comments on this section'],
      ['#comment-one', '2 comments on this paragraph'],
    ]);
    expect(textOf(place(quay, library.idOf('quay', 'The lamp')))).toBe(lamp);
  });

  it('cost an essay without any not one byte, and a site without any no file', async () => {
    expect(read('essays/bare/index.html')).toBe(withoutComments.replace(/href="(?=[^"]*quay)/, 'href="'));
    const [before, style = '', after] = withoutComments.split(/<\/?style>/);
    expect(`${before}${after}`).not.toContain('comment');
    expect(style).not.toContain('.comments');
    expect(
      read(quay)
        .match(/<style>.*?<\/style>/gs)
        ?.filter((one) => one.includes('.comments')),
    ).toHaveLength(1);
  });

  it('are recorded by a build on the author’s machine', async () => {
    expect((await run('build')).output).toMatch(/quay\/anchors\.json: 4 new comments\. Commit this file/);
    expect(library.ledger('quay').comments).toEqual(
      ['lost', 'one', 'three', 'two'].map((name) => `comment-${name}`),
    );
    expect((await run('build')).output).toBe('');
  });

  it.runIf(isThorough)(
    'that are deleted after they were published leave their place; before that they leave nothing',
    async () => {
      rmSync(fileOf('quay', '2026-03-03-three'));
      expect((await run('build')).code).toBe(0);
      expect(library.ledger('quay').comments).not.toContain('comment-three');
      expect(read(quay)).not.toContain('comment-three');
      library.git('checkout', '--', '.');
      expect((await run('build')).code).toBe(0);
      library.commit();
      rmSync(fileOf('quay', '2026-03-01-one'));
      rmSync(fileOf('quay', '2026-03-03-three'));
      expect((await run('build')).code).toBe(0);
      expect(wordsOf(quay, 'comment-one')).toMatch(/^This comment was removed\. \/ Jane Author 2 March/);
      expect(wordsOf(quay, 'comment-three')).toBe('This comment was removed.');
      expect(textOf(place(quay, 'comments-title'))).toBe('2 comments');
      library.git('checkout', '--', '.');
    },
  );

  it.runIf(isThorough)('follow their passage: reworded, joined to another, retired', async () => {
    const block = library.idOf('quay', 'The lamp');
    library.edit('quay', lamp, lamp.replace('by hand', 'by the keeper'));
    expect((await run('build')).code).toBe(0);
    expect(link(quay, 'comment-one', '.passage a')).toBe(`#${block}`);
    library.commit();
    library.edit('quay', `${lamp.replace('by hand', 'by the keeper')}\n\n`, '');
    await library.anchors('redirect', `/essays/quay/#${block}`, `#${library.idOf('quay', 'Nets')}`);
    expect((await run('build')).output).toBe('');
    expect(link(quay, 'comment-one', '.passage a')).toBe(`#${library.idOf('quay', 'Nets')}`);
    library.git('checkout', '--', '**/anchors.json');
    await library.anchors('retire', `/essays/quay/#${block}`, '--why', 'It was wrong.');
    expect((await run('build')).code).toBe(0);
    expect(wordsOf(quay, 'comment-one')).toContain('lit by hand / The passage has gone.');
    library.git('checkout', '--', '.');
  });

  it('with mistakes stop the build together with all others, each with its place and code', async () => {
    write('quay', '2026-03-05-bad', ['mail: a@b.example', 'email: a@b.example']);
    write('quay', '2026-03-06-one', []);
    writeFileSync(fileOf('quay', 'nameless'), 'Text.');
    library.edit('bare', 'An essay', '[x](javascript:x) An essay');
    const { code, output } = await run('build');
    expect(code).toBe(1);
    for (const expected of [
      /2026-03-05-bad\.md:4: An e-mail address must not .* \[comment\/e-mail-address\]/,
      /2026-03-06-one\.md: Two comments have the id .* \[comment\/same-id\]/,
      /nameless\.md: The name of a comment.* \[comment\/invalid-name\]/,
      /bare\/index\.mdx:7.*\[text\/unsafe-address\]/,
    ])
      expect(output).toMatch(expected);
    library.git('checkout', '--', '.');
    library.git('clean', '-fdq');
  });

  it.runIf(isThorough)(
    'close when the site or the essay says so, on the day that the build is told',
    async () => {
      configure('{ closeAfterDays: 30, search: true }');
      expect((await run('build')).output).toMatch(/site\.ts: .*\[site\/no-day\]/);
      expect((await run('build', ['--day', '2026-01-20'])).code).toBe(0);
      expect(read(quay)).not.toContain('Comments are closed.');
      expect((await run('build', ['--day', '2026-02-20'])).code).toBe(0);
      expect(wordsOf(quay, 'comments')).toMatch(/Comments are closed\.$/);
      expect(JSON.parse(read('.well-known/build.json'))).toMatchObject({
        day: '2026-02-20',
        verify: expect.stringContaining('`npm run build -- --day 2026-02-20`'),
      });
      const bare = read('essays/bare/index.html').replaceAll(/<style>.*?<\/style>/gs, '');
      expect(bare).not.toContain('comment');
    },
  );

  it.runIf(isThorough)('are shown no more where they are off; their addresses stay', async () => {
    library.git('checkout', '--', '.');
    library.edit('quay', 'published:', 'comments: off\npublished:');
    expect((await run('build')).code).toBe(0);
    expect(selectAll('article article, .comment-count', library.page(quay))).toEqual([]);
    expect(place(quay, 'comment-one').tagName).toBe('span');
    expect(selectAll('.comments', library.page(quay)).map((one) => textOf(one).trim())).toEqual([
      'The comments on this essay are no longer shown.',
    ]);
    library.git('checkout', '--', '.');
  });

  it.runIf(isThorough)('keep their addresses where the essay moves', async () => {
    library.git('mv', 'essays/quay', 'essays/harbour');
    expect((await run('build')).code).toBe(0);
    const old = select('#comment-one a', library.page('essays/quay/index.html'));
    expect(String(old?.properties['href'])).toMatch(/essays\/harbour\/#comment-one$/);
    expect(wordsOf('essays/harbour/index.html', 'comment-one')).toContain('I was there.');
    library.git('reset', '-q', '--hard');
  });
});

describe('two hundred comments', () => {
  const all = 'essays/quay/comments/index.html';

  beforeAll(async () => {
    commented.writeMany('quay', 196);
    const { code, output } = await run('build');
    expect(output).toMatch(isThorough ? /196 new comments/ : /200 new comments/); // four are recorded by what is long
    expect(code).toBe(0);
  });

  it('are each in both pages once: twenty in full, the others as a line that leads to the page of all', () => {
    const ids = (path: string) =>
      library
        .ids(path)
        .filter((id) => /^comment-/.test(id))
        .sort();
    expect(ids(quay)).toHaveLength(200);
    expect(ids(all)).toEqual(ids(quay));
    expect(selectAll('#comments article', library.page(quay)).length).toBeLessThanOrEqual(20);
    const lines = selectAll('#comments details li', library.page(quay));
    expect(lines.length).toBeGreaterThanOrEqual(180);
    for (const line of lines.slice(0, 5))
      expect(link(quay, String(line.properties['id']), 'a')).toBe(
        `../../essays/quay/comments/#${line.properties['id']}`,
      );
  });

  it('fold the answers beyond a few, on a page with its own address and a link back', () => {
    const page = library.page(all);
    expect(select('link[rel=canonical]', page)?.properties['href']).toBe(
      'https://fixture.example/essays/quay/comments/',
    );
    expect(textOf(page)).toContain('Comments on “The quay”');
    expect(selectAll('details article', page).length).toBeGreaterThan(5);
    expect(library.leads('quay', '#comments > p a')).toEqual(['/essays/quay/comments/']);
    expect(link(all, 'comment-one', '.passage a')).toMatch(/essays\/quay\/#/);
  });

  it('are valid, and do not stop the build by a link that a reader wrote', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'no-trailing-whitespace': 'off' },
    });
    for (const path of [quay, all]) {
      const { results } = await validator.validateString(read(path), path);
      expect(results.flatMap(({ messages }) => messages.map((one) => `${one.line}: ${one.message}`))).toEqual(
        [],
      );
    }
  });

  it('leave the head and the text of the essay as far from the reader as before', () => {
    const html = read(quay);
    const before = html.slice(0, html.indexOf('id="comments"'));
    const style = html.match(/<style>.*?<\/style>/gs)?.find((one) => one.includes('.comments')) ?? '';
    expect(brotliCompressSync(before).length).toBeLessThan(14_600); // all of the style is in it
    expect(brotliCompressSync(style).length).toBeLessThan(1_200);
    expect(existsSync(join(library.out, all))).toBe(true);
  });
});
