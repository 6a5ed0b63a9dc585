import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

const library = scratchLibrary('unchanged-pages');
const cold = resolve('.stet/unchanged-pages/cold');
/** Where builds of the library keep what they know; `nameOf` in `src/paths.ts` makes the names. */
const kept = (kind: string, out: string) =>
  resolve('.stet', kind, `build-_2estet_2funchanged-pages_2f${out}`);

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';

/** Entries that a build counts on before it reads them, so that damage is found late. Each needs a build of its own. */
const countedOn = [
  ...[
    'body',
    'book',
    'book-chapter',
    'card',
    'comments',
    'compressed',
    'document',
    'history',
    'history-html',
  ],
  ...['html', 'library-book', 'old-texts', 'page', 'search-records'],
];

const slugs = ['beech', 'birch', 'elm', 'fir', 'oak'];

beforeAll(async () => {
  for (const [index, slug] of slugs.entries()) write(slug, index, `The ${slug} is a tree. It stands still.`);
  // so many words that they are in several files, of which a page names none
  const words = Array.from({ length: 12_000 }, (_, index) => (index * 7919).toString(36).padStart(5, 'q'));
  const paragraphs = Array.from({ length: 60 }, (_, index) =>
    words.slice(index * 200, index * 200 + 200).join(' '),
  );
  put(
    'essays/words/index.md',
    `---\ntitle: Words\ndescription: All.\npublished: 2025-01-01\n---\n\n${paragraphs.join('\n\n')}\n`,
  );
  await build();
});

function write(slug: string, day: number, text: string, more = ''): void {
  const frontmatter = `title: The ${slug}\ndescription: About the ${slug}.\npublished: 2026-01-0${day + 1}\n${more}`;
  put(`essays/${slug}/index.mdx`, `---\n${frontmatter}---\n\n${text}\n\n## Leaves\n\nIt has leaves.\n`);
}

function put(path: string, text: string): void {
  const file = join(library.content, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function build(): Promise<void> {
  const { code, output } = await library.run('build');
  expect(code, output).toBe(0);
}

/** Builds the same library without anything that an earlier build has kept. */
async function buildCold(): Promise<void> {
  for (const kind of ['cache', 'astro']) rmSync(kept(kind, 'cold'), { recursive: true, force: true });
  const env = { ...process.env, CI: '', STET_CONTENT: library.content, STET_OUT: cold };
  await new Promise<void>((done, fail) =>
    execFile(process.execPath, ['src/commands/build.ts'], { env }, (error, _, errors) =>
      error ? fail(new Error(errors)) : done(),
    ),
  );
}

/** Paths of files that are not the same in both sites. */
function differences(): string[] {
  const [one, other] = [library.out, cold].map((site) =>
    readFileSync(join(site, 'SHA256SUMS'), 'utf8').trim().split('\n'),
  );
  const lines = new Set(
    [...(one ?? []), ...(other ?? [])].filter((line) => !one?.includes(line) || !other?.includes(line)),
  );
  return [...new Set([...lines].map((line) => line.slice(66)))].sort();
}

/** Slugs of the essays whose own pages the last build did not make. */
function unchanged(): string[] {
  const { unchanged } = JSON.parse(readFileSync(join(kept('astro', 'site'), 'site-data.json'), 'utf8'));
  return unchanged
    .flatMap((path: string) => /^essays\/([^/]+)\/index\.html$/.exec(path)?.[1] ?? [])
    .filter((slug: string) => slug !== 'words')
    .sort();
}

describe('a page that Astro does not make again', () => {
  it.each<[what: string, change: (() => void) | null, same: string[]]>([
    ['nothing has changed', null, slugs],
    [
      'the text of one essay has',
      () => library.edit('elm', 'stands still', 'stands very still'),
      ['beech', 'oak'],
    ],
    [
      'an essay has a new title',
      () => library.edit('oak', 'title: The oak', 'title: Oaks'),
      ['beech', 'birch', 'elm'],
    ],
    [
      'an essay mentions another',
      () => library.edit('oak', 'leaves.\n', 'leaves, as [here](/essays/beech/).\n'),
      ['birch', 'elm'],
    ],
    [
      'two essays are a series',
      () => {
        library.edit('beech', 'published', 'series: { name: Trees, part: 1 }\npublished');
        library.edit('fir', 'published', 'series: { name: Trees, part: 2 }\npublished');
      },
      [],
    ],
    [
      'a part of a series has a new title',
      () => library.edit('fir', 'title: The fir', 'title: Firs'),
      ['birch'],
    ],
    [
      'a comment was approved',
      () =>
        put(
          'essays/birch/comments/2026-02-03-a1b2c3.md',
          '---\nname: Ann\norigin: form\n---\n\nA comment on trees.\n',
        ),
      ['fir', 'oak'],
    ],
    ['an essay is new', () => write('yew', 5, 'The yew is a tree.'), ['beech', 'birch', 'elm', 'fir']],
    [
      'an essay has a translation',
      () =>
        put(
          'essays/elm/index.de.mdx',
          '---\ntitle: Die Ulme\ndescription: Von der Ulme.\npublished: 2026-01-03\n---\n\nDie Ulme ist ein Baum. Sie steht sehr still.\n\n## Blätter\n\nSie hat Blätter.\n',
        ),
      ['beech', 'birch', 'fir', 'oak', 'yew'],
    ],
    [
      'an essay has a picture',
      () => {
        put('essays/yew/diagram.svg', drawing);
        library.edit('yew', 'is a tree.', 'is a tree.\n\n![A diagram.](./diagram.svg)');
      },
      ['beech', 'birch', 'elm', 'fir', 'oak'],
    ],
    ['that essay has a picture as before', null, ['beech', 'birch', 'elm', 'fir', 'oak']],
    [
      'the site has another name',
      () =>
        put(
          'site.ts',
          readFileSync(join(library.content, 'site.ts'), 'utf8').replace('The Fixture', 'Trees'),
        ),
      [],
    ],
    ['the owner has a theme', () => put('theme.css', ':root { --paper: #fffef8; }\n'), []],
    [
      'the interface has other words',
      () => put('words.ts', "export const words = { en: { essays: 'Trees' } };\n"),
      [],
    ],
    [
      'an essay has an expression',
      () => library.edit('oak', 'It stands still.', 'It stands {1 + 1} times.'),
      [],
    ],
    ['that expression is as before', () => library.edit('elm', 'very still', 'still'), ['beech']],
  ])('is as a build from nothing makes it where %s', async (_, change, same) => {
    change?.();
    await build();
    expect(unchanged()).toEqual(same);
    if (change || !existsSync(cold)) await buildCold(); // else it would be what it is
    expect(differences()).toEqual([]);
  });

  it('is made where the cache does not have it whole', async () => {
    const folder = join(kept('cache', 'site'), 'page');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'damaged');
    await build();
    expect(differences()).toEqual([]);
    expect(unchanged()).toEqual([]);
  });

  it.each([...countedOn, 'the others'])(
    'is made where entries of %s in the cache are damaged',
    async (kind) => {
      const folder = kept('cache', 'site');
      const others = readdirSync(folder).filter((name) => !countedOn.includes(name));
      for (const name of kind === 'the others' ? others : [kind]) {
        for (const entry of readdirSync(join(folder, name)))
          writeFileSync(join(folder, name, entry), 'damaged');
      }
      await build();
      expect(differences()).toEqual([]);
    },
  );
});
