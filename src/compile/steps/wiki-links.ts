import { basename } from 'node:path';
import type { Parents, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { headingSlug } from '../../anchors/generated-ids.ts';
import { nearest } from '../../document/nearest.ts';
import { problem } from '../../document/problem.ts';
import { matchesIn, phrasingParents, replaceBetween } from '../phrasing.ts';
import { positionOf, report } from '../report.ts';

/** The names to which a link in double square brackets can lead. */
export interface WikiNames {
  essays: readonly string[];
  pages: readonly string[];
  /** Slugs of translations: that of the essay with the language, `tides/de`. */
  translations: readonly string[];
  /** Addresses of the texts with a title, by the title as `comparableTitle` gives it. */
  titles: ReadonlyMap<string, readonly string[]>;
}

const link = /(!?)\[\[([^[\]|#\n]*)(?:#([^[\]|\n]*))?(?:\|([^[\]\n]*))?\]\]/g;

/** Marks by which other programs ask for a list of contents. */
const contents = /^\[(?:\[(?:_?toc_?)\]|toc)\]$/i;

/**
 * `[[An essay]]`, `[[an-essay#A heading|words]]` and `![[picture.png]]` as in Obsidian. A name is that of an essay's
 * folder or of a page's file, words of which that is made, a title, or a folder with a language (`[[tides/de]]`). `[[toc]]` goes: a page has its contents
 * without it.
 */
export function wikiLinks({ names }: { names: () => WikiNames }) {
  return (tree: Root, file: VFile) => {
    const source = String(file.value);
    if (!source.includes('[[') && !/\[toc\]/i.test(source)) return;
    tree.children = tree.children.filter((node) => {
      if (node.type !== 'paragraph' || node.children.length !== 1) return true;
      const [only] = node.children;
      return only?.type !== 'text' || !contents.test(only.value.trim());
    });
    for (const parent of [...phrasingParents(tree)]) inParent(parent, names, file);
  };
}

function inParent(parent: Parents, names: () => WikiNames, file: VFile): void {
  let from = { child: 0, at: 0 };
  for (;;) {
    const [found] = matchesIn(parent.children, link, from);
    if (!found) return;
    const { child, at, match } = found;
    const position = positionOf(file, parent.children[child]);
    const made = nodeOf(match, names, {
      unknown: (name, near) => report(file, problem('text/unknown-wiki-link', { name }, position, near)),
      ambiguous: (name, addresses) => {
        const values = { name, texts: addresses.join(', ') };
        report(file, problem('text/ambiguous-wiki-link', values, position));
      },
    });
    const length = match[0].length;
    if (made === null) from = { child, at: at + length };
    else {
      const index = replaceBetween(
        parent,
        { child, at, length },
        { child, at: at + length, length: 0 },
        () => made,
      );
      from = { child: index + 1, at: 0 };
    }
  }
}

/** A title for comparing: without capitals, and with one space between words. */
export function comparableTitle(title: string): string {
  return title.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
}

/** What becomes of a name that leads nowhere, or to more than one text. */
interface Faults {
  unknown(name: string, near: string | null): void;
  ambiguous(name: string, addresses: readonly string[]): void;
}

function nodeOf(
  [, embed, written = '', heading, words]: RegExpExecArray,
  names: () => WikiNames,
  faults: Faults,
): RootContent | null {
  const name = written.trim();
  if (embed === '!') {
    if (!/\.\w{2,5}$/.test(name)) return null;
    const width = words !== undefined && /^\d+(?:x\d+)?$/.test(words) ? words.split('x')[0] : undefined;
    const alt = width === undefined && words !== undefined ? words : basename(name).replace(/\.\w+$/, '');
    return {
      type: 'image',
      url: encodeURI(/^\.{0,2}\//.test(name) ? name : `./${name}`),
      alt,
      ...(width === undefined ? {} : { data: { hProperties: { width } } }),
    };
  }
  const fragment = heading === undefined || heading === '' ? '' : `#${headingSlug(heading.trim())}`;
  const all = names();
  const [address, ...others] = name === '' ? [''] : addressesOf(name, all);
  if (address === undefined) {
    if (!/^\p{L}/u.test(name)) return null; // brackets in brackets, such as a list of numbers
    const near = nearest(slugOf(name), [...all.essays, ...all.pages]);
    faults.unknown(name, near && `[[${near}]]`);
    return { type: 'text', value: words ?? name };
  }
  if (others.length > 0) faults.ambiguous(name, [address, ...others]);
  if (address === '' && fragment === '') return null;
  return {
    type: 'link',
    url: `${address}${fragment}`,
    children: [{ type: 'text', value: words?.trim() || (name === '' ? (heading ?? '') : name) }],
  };
}

function addressesOf(name: string, { essays, pages, translations, titles }: WikiNames): readonly string[] {
  const [, folder = '', language = ''] = /([^/]+)\/(?:index\.)?([^./]+)(?:\.mdx?)?$/.exec(name) ?? [];
  const translation = `${slugOf(folder)}/${language.toLowerCase()}`;
  if (translations.includes(translation)) return [`/essays/${translation}/`];
  const last =
    name
      .split('/')
      .at(-1)
      ?.replace(/\.mdx?$/, '') ?? '';
  for (const one of [last, slugOf(last)]) {
    if (essays.includes(one)) return [`/essays/${one}/`];
    if (pages.includes(one)) return [`/${one}/`];
  }
  return titles.get(comparableTitle(name)) ?? [];
}

function slugOf(name: string): string {
  return headingSlug(name).replace(/^section-/, '');
}
