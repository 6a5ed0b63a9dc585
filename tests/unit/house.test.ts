import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom. A room that is not in this table may not exist. `*` ends a package name's beginning. */
const law: Record<string, { rooms: string[]; packages: string[] }> = {
  'owner-code': { rooms: ['owner-code'], packages: ['node:*'] },
  'site.ts': { rooms: ['document', 'owner-code', 'paths.ts'], packages: ['node:*'] },
  words: { rooms: ['words', 'document', 'owner-code', 'site.ts', 'paths.ts'], packages: ['node:*'] },
  'paths.ts': { rooms: [], packages: ['node:path'] },
  cache: { rooms: ['cache'], packages: ['node:*'] },
  document: { rooms: ['document'], packages: ['zod', 'fastest-levenshtein', 'hast', 'hast-util-*'] },
  cards: { rooms: ['cards', 'document', 'paths.ts'], packages: ['node:*', 'sharp', 'subset-font'] },
  // writes into content/, and only the ledgers
  anchors: {
    rooms: ['anchors', 'document', 'paths.ts'],
    packages: ['node:*', 'zod', 'fastest-levenshtein', 'github-slugger'],
  },
  compile: {
    rooms: ['compile', 'anchors', 'cache', 'document', 'paths.ts'],
    packages: [
      '@astrojs/markdown-remark',
      '@citation-js/*',
      'hast',
      'hast*',
      'mdast',
      'mdast*',
      'property-information', // which attributes HTML has
      'rehype*',
      'remark*',
      'retext*',
      'sharp', // the size of a picture
      'smol-toml',
      'unist*',
      'unified',
      'vfile',
      'node:*',
      'temml',
      'yaml',
      'zod',
    ],
  },
  // writes approved comments into content/, and what waits into .stet/
  comments: {
    rooms: ['comments', 'anchors', 'compile', 'document', 'paths.ts'],
    packages: [
      'csv-parse/sync',
      'hast',
      'hast-util-*',
      'mdast',
      'mdast-util-*',
      'micromark-extension-gfm-autolink-literal',
      'node:*',
      'postal-mime',
      'saxes',
      'yaml',
      'zod',
    ],
  },
  // reads another site's texts and writes them as essays, never over what an author wrote
  import: {
    rooms: ['import', 'comments', 'compile', 'document'],
    packages: [
      'csv-parse/sync',
      'fflate',
      'hast',
      'hast-util-*',
      'mdast',
      'mdast-util-*',
      'node:*',
      'rehype-remark',
      'remark-*',
      'smol-toml',
      'unified',
      'unist-util-visit',
      'yaml',
      'zod',
    ],
  },
  // what readers could read, and when it was changed
  history: {
    rooms: ['history', 'anchors', 'document'],
    packages: ['diff', 'hast', 'hastscript'],
  },
  library: {
    rooms: [
      'library',
      'anchors',
      'cache',
      'cards',
      'comments',
      'compile',
      'document',
      'history',
      'outputs',
      'owner-code',
      'search',
      'site.ts',
      'paths.ts',
      'words',
    ],
    packages: [
      'astro',
      'astro:content',
      'astro/*',
      '@astrojs/markdown-remark',
      'hast',
      'hast-util-to-html',
      'unist-util-visit',
      'sharp',
      'vfile',
      'node:*',
    ],
  },
  outputs: {
    rooms: ['outputs', 'document', 'site.ts', 'words'],
    packages: [
      '@citation-js/*',
      'feedsmith',
      'hast*',
      'mdast*',
      'node:crypto',
      'node:zlib',
      'property-information',
      'remark-definition-list',
      'remark-gfm',
      'remark-math',
      'remark-stringify',
      'schema-dts',
      'unified',
      'unist*',
      'xast*',
      'yaml',
    ],
  },
  components: {
    rooms: ['components', 'document', 'anchors', 'site.ts', 'words', 'elements', 'styles'],
    packages: ['virtual:owner-theme.css', 'hast-util-to-html'],
  },
  elements: {
    rooms: ['elements', 'search', 'document', 'words', 'styles'], // of the last three only what is named below: it ships
    packages: ['fastest-levenshtein', 'virtual:comment-words', 'virtual:settings-words'],
  },
  search: {
    rooms: ['search', 'document', 'elements', 'publish', 'site.ts', 'words', 'styles'],
    packages: [
      'node:*',
      'astro',
      'hast*',
      'unist*',
      'pagefind',
      'fastest-levenshtein',
      'virtual:search-words',
    ],
  },
  'content.config.ts': { rooms: ['library'], packages: ['astro:content'] },
  pages: {
    rooms: ['library', 'components', 'elements', 'outputs', 'site.ts', 'words', 'document'],
    packages: [],
  },
  publish: {
    rooms: ['publish', 'anchors', 'cache', 'document', 'site.ts', 'paths.ts'],
    packages: ['node:*', 'astro', 'css-tree', 'parse5', 'subset-font', 'fastest-levenshtein', 'typescript'],
  },
  // the service worker, which the build writes beside the pages
  offline: { rooms: [], packages: [] },
  // the form for those who write without git; no part of the site
  cms: { rooms: ['cms', 'document'], packages: ['yaml'] },
  upgrade: { rooms: ['upgrade', 'document'], packages: ['node:*', 'zod'] },
  commands: {
    rooms: [
      'commands',
      'anchors',
      'cache',
      'cms',
      'comments',
      'compile',
      'document',
      'import',
      'library',
      'outputs',
      'owner-code',
      'publish',
      'upgrade',
      'words',
      'paths.ts',
      'site.ts',
    ],
    packages: ['node:*', '@sparticuz/chromium', 'astro', 'chokidar', 'playwright-core', 'sirv'],
  },
  styles: { rooms: ['styles'], packages: [] },
};

interface Import {
  from: string;
  to: string;
}

/** Code that is sent to readers. */
const ships = (file: string) => /^(?:elements|search\/browser)\//.test(file);

const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative('src', join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();

const imports = files
  .filter((file) => /\.(?:ts|astro)$/.test(file))
  .flatMap((from): Import[] => {
    const text = readFileSync(join('src', from), 'utf8').replaceAll(/^import type .*;$/gm, (line) =>
      ships(from) && line.includes('/document/') ? '' : line,
    );
    const found = text.matchAll(
      /^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
    );
    return [...found].map((match) => ({ from, to: match[1] ?? match[2] ?? '' }));
  });

const roomOf = (file: string) => file.split('/')[0] ?? file;

const inside = ({ from, to }: Import) =>
  to.startsWith('.') ? posix.normalize(posix.join(dirname(from), to)) : null;

describe('the import law', () => {
  it('knows every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in law))).toEqual([]);
  });

  it('is kept by every import', () => {
    const broken = imports.filter((one) => {
      const rule = law[roomOf(one.from)];
      if (!rule) return false;
      const target = inside(one);
      if (target === null)
        return !rule.packages.some((name) =>
          name.endsWith('*') ? one.to.startsWith(name.slice(0, -1)) : one.to === name,
        );
      return !rule.rooms.includes(roomOf(target)) && !target.startsWith('../.stet/fonts/');
    });
    expect(broken).toEqual([]);
  });

  it('sends to readers only the rules for words of the model, what a comment is sent as, and what puts texts together', () => {
    const shipped = imports.filter((one) => ships(one.from));
    const outside = shipped
      .map(inside)
      .filter((to) => to !== null && !/^(?:elements|styles|search\/browser)\//.test(to));
    expect([...new Set(outside)].sort()).toEqual([
      'document/comment-limits.ts',
      'document/comment-mail.ts',
      'document/comment-source.ts',
      'document/fill-template.ts',
      'document/normalized-word.ts',
      'document/text-units.ts',
      'words/format-text.ts',
    ]);
  });

  it('has no circles', () => {
    const next = new Map<string, string[]>();
    for (const one of imports) {
      const target = inside(one);
      if (target) next.set(one.from, [...(next.get(one.from) ?? []), target]);
    }
    const circles: string[] = [];
    const walk = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
      else for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    };
    for (const file of files) walk(file, []);
    expect([...new Set(circles)]).toEqual([]);
  });

  it('has every message to an author in the table of errors', () => {
    const literal = /\{[^{};]*\bfile\b[^{};]*\bmessage\b[^{};]*\}/;
    const own = files.filter(
      (file) => file.endsWith('.ts') && file !== 'document/problem.ts' && roomOf(file) !== 'comments',
    );
    expect(own.filter((file) => literal.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
  });

  it('allows no file without a noun', () => {
    expect(
      files.filter((file) => /(?:^|\/)(?:utils?|helpers?|lib|types|common|misc|index)\.ts$/.test(file)),
    ).toEqual([]);
  });
});

describe('the length of a file', () => {
  // a language is one file, however many sentences the interface has
  const isTable = (file: string) => file.startsWith('words/languages/');

  it('is at most 250 lines', () => {
    const linesOf = (file: string) => readFileSync(join('src', file), 'utf8').trimEnd().split('\n').length;
    const code = files.filter((file) => /\.(?:ts|astro|css)$/.test(file) && !isTable(file));
    expect(code.filter((file) => linesOf(file) > 250)).toEqual([]);
  });
});

describe('the top of the repository', () => {
  it('holds what the plan names; what else an owner or a host puts there is theirs', () => {
    const plan = [
      'LICENSE',
      'README.md',
      'astro.config.mjs',
      'bench',
      'content',
      'endpoint',
      'package-lock.json',
      'package.json',
      'public',
      'src',
      'tests',
      'tsconfig.json',
    ];
    expect(plan.filter((name) => !existsSync(name))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('has a %s that names only files that exist', (file) => {
    if (!existsSync(file)) return; // an owner's to delete
    const named = [
      ...readFileSync(file, 'utf8').matchAll(/`((?:src|tests|content|endpoint|bench|public)\/[\w./<>-]+)`/g),
    ].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    // what an owner may add to content/ does not have to be there
    const exists = (path: string) => path.startsWith('content/') || existsSync(path.replace(/<.*/, ''));
    expect(named.filter((path) => !exists(path))).toEqual([]);
  });
});
