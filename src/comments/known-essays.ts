import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { parseLedger } from '../anchors/ledger.ts';
import { authorName, authorSchema } from '../document/author.ts';
import { essaysFolder } from '../paths.ts';
import type { Page } from './submission.ts';

/** What there is to know about an essay on which somebody comments. */
export interface KnownEssay {
  slug: string;
  title: string;
  authors: string[];
  /** Slugs under which it stood before. */
  formerly: string[];
  /** The ids of its blocks, as published; empty where it has no ledger yet. */
  ids: ReadonlySet<string>;
}

/** The essays of the library, drafts included, by slug. A text with mistakes in its frontmatter has its slug as title. */
export function knownEssays(essays = essaysFolder): KnownEssay[] {
  if (!existsSync(essays)) return [];
  const slugs = readdirSync(essays).filter((name) => /^[a-z0-9-]{1,80}$/.test(name));
  return slugs.sort().flatMap((slug): KnownEssay[] => {
    const file = ['index.mdx', 'index.md']
      .map((name) => join(essays, slug, name))
      .find((one) => existsSync(one));
    if (!file) return [];
    const [, yaml = ''] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\n---/.exec(readFileSync(file, 'utf8')) ?? [];
    const fields = parseDocument(yaml);
    const title = fields.errors.length === 0 ? fields.get('title') : null;
    const authors = fields.errors.length === 0 ? fields.toJS({ maxAliasCount: 0 })?.authors : null;
    const ledgerFile = join(essays, slug, 'anchors.json');
    const ledger = existsSync(ledgerFile) ? parseLedger(readFileSync(ledgerFile, 'utf8')) : null;
    const isRead = ledger !== null && 'anchors' in ledger;
    return [
      {
        slug,
        title: typeof title === 'string' ? title : slug,
        authors: Array.isArray(authors) ? authors.flatMap(nameOf) : [],
        formerly: isRead ? ledger.previousSlugs : [],
        ids: new Set(isRead ? ledger.anchors.map(({ id }) => id) : []),
      },
    ];
  });
}

/**
 * The essay that a page is: by the slug that it names, by the end of its address, by its title. What other services call
 * a title is often an address or a path, and is read as one too.
 * @returns its slug; null where there is none, or where a title fits two
 */
export function essayOf(page: Page, essays: readonly KnownEssay[]): string | null {
  const bySlug = (name: string) =>
    essays.find(({ slug }) => slug === name) ?? essays.find(({ formerly }) => formerly.includes(name));
  for (const name of [page.slug, page.address, page.title].map(lastSegment)) {
    const found = bySlug(name);
    if (found) return found.slug;
  }
  const title = words(page.title);
  const titled = essays.filter((essay) => {
    const own = words(essay.title);
    return (
      own !== '' &&
      (title === own ||
        (title.startsWith(`${own} `) && /^\s*[|–—·-]/.test(page.title.slice(essay.title.length))))
    );
  });
  return titled.length === 1 ? (titled[0]?.slug ?? null) : null;
}

/** The last name in an address or a path, without what programs put after it. */
function lastSegment(address: string): string {
  const path = address
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/^https?:\/\/[^/]*/i, '');
  return path
    .replace(/\/index\.\w+$/i, '')
    .replace(/\.(?:html?|php|aspx?|mdx?)$/i, '')
    .replace(/\/+$/, '')
    .replace(/^.*\//, '')
    .toLowerCase();
}

function words(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function nameOf(author: unknown): string[] {
  const read = authorSchema.safeParse(author);
  return read.success ? [authorName(read.data)] : [];
}
