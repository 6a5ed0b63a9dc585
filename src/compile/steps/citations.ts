import { basename, dirname, join } from 'node:path';
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { citationMark } from '../../document/citation-mark.ts';
import type { Reference } from '../../document/document.ts';
import { nearest } from '../../document/nearest.ts';
import { type Position, type Problem, problem } from '../../document/problem.ts';
import { isUprightText } from '../../document/script.ts';
import { SKIP, visit } from '../../document/visit.ts';
import { contains } from '../contains.ts';
import { positionOf, report } from '../report.ts';
import type { Bibliography, CitationStyle } from './bibliography.ts';

/** A work that is cited, with the ids of the links that cite it. */
interface Cited {
  key: string;
  mentions: string[];
}

/**
 * Turns `[@key]` into a link to the work in the list at the end, which it writes, and from there back to
 * every link that cites it. Works are read from the bibliography file beside the essay.
 * An unknown key is reported with its line and the nearest key that exists.
 */
export function citations({ style, words }: { style: CitationStyle; words: CitationWords }) {
  return async (tree: Root, file: VFile) => {
    if (!contains(tree, isMarked)) return;
    // the citation engine is large: only a text that cites loads it
    const { bibliographyBeside, bibliographyFile } = await import('./bibliography.ts');
    try {
      cite(tree, bibliographyBeside(file.path, style, file.data.language), file);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const reason = said.replaceAll(/\s+/g, ' ').replace(/:? ?\.?$/, '');
      const name = basename(bibliographyFile(file.path) ?? '');
      report(file, problem('text/invalid-bibliography', { reason }, { file: beside(name, file) }));
    }
  };

  function cite(tree: Root, works: Bibliography, file: VFile): void {
    const cited: Cited[] = [];
    for (const key of new Set(works.keys.filter((one, index) => works.keys.indexOf(one) !== index)))
      report(
        file,
        problem('text/duplicate-work', { key }, { file: beside(basename(works.file ?? ''), file) }),
      );
    visit(tree, 'element', (node, index, parent) => {
      if (!parent || index === undefined || !isMarked(node)) return;
      const parts = linksOf(node, cited, works, file, style, words);
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
    if (cited.length > 0) tree.children.push(list(cited, works, style, words, file));
  }
}

declare module 'vfile' {
  interface DataMap {
    /** The works in the list of references, in its order. */
    references: Reference[];
  }
}

/** Words that the list of references needs, in the language of the text. */
export interface CitationWords {
  references: string;
  /** Between two members of a list. */
  comma: string;
  backToCitation(mention: number): string;
}

/** Path of a file in the folder of the text, as its author knows it. */
function beside(name: string, file: VFile): string {
  return join(dirname(file.data.name ?? file.path), name).replaceAll('\\', '/');
}

/** The links in the place of a citation, between brackets. */
function linksOf(
  node: Element,
  cited: Cited[],
  works: Bibliography,
  file: VFile,
  style: CitationStyle,
  words: CitationWords,
): ElementContent[] {
  const written = textOf(node).slice(1, -1);
  const links = written.split(/[;؛；]\s?/).flatMap((one, at): ElementContent[] => {
    const [, key = '', where = ''] = /^@([^,،、，]+)(?:[,،、，]\s?(.*))?$/s.exec(one) ?? [];
    if (!works.keys.includes(key)) {
      report(file, unknown(key, works, positionOf(file, node.children[0])));
      return [];
    }
    const link = linkTo(key, where, cited, works, style, words);
    return at === 0 ? [link] : [{ type: 'text', value: '; ' }, link];
  });
  const [open = '', close = ''] = style === 'numbered' ? '[]' : '()';
  return [{ type: 'text', value: open }, ...links, { type: 'text', value: close }];
}

function isMarked(node: Nodes): boolean {
  return node.type === 'element' && node.properties[citationMark] !== undefined;
}

function unknown(key: string, works: Bibliography, position: Position): Problem {
  if (!works.file) return problem('text/no-bibliography', { key }, position);
  const near = nearest(key, works.keys);
  const values = { key, keys: works.keys.join(', ') || 'none' };
  return problem('text/unknown-citation', values, position, near && `@${near}`);
}

function linkTo(
  key: string,
  where: string,
  cited: Cited[],
  works: Bibliography,
  style: CitationStyle,
  words: CitationWords,
): Element {
  const work = cited.find((one) => one.key === key) ?? { key, mentions: [] };
  if (work.mentions.length === 0) cited.push(work);
  const id = `cite-${slug(key)}${work.mentions.length > 0 ? `-${work.mentions.length + 1}` : ''}`;
  work.mentions.push(id);
  const name = style === 'numbered' ? String(cited.indexOf(work) + 1) : works.short(key);
  const shown = where ? `${name}, ${where}` : name;
  return h(
    'a.cite',
    { id, href: `#ref-${slug(key)}`, role: 'doc-biblioref' },
    isUprightText(name + where) ? shown.replaceAll(', ', words.comma) : shown,
  );
}

function list(
  cited: readonly Cited[],
  works: Bibliography,
  style: CitationStyle,
  words: CitationWords,
  file: VFile,
): RootContent {
  const byName = (a: Cited, b: Cited) => (works.short(a.key) < works.short(b.key) ? -1 : 1);
  const sorted = style === 'numbered' ? cited : [...cited].sort(byName);
  file.data.references = sorted.map(({ key }) => {
    const text = textOf({ type: 'root', children: works.full(key) });
    return { id: `ref-${slug(key)}`, key, text: text.replaceAll(/\s+/g, ' ').trim() };
  });
  const items = sorted.map(({ key, mentions }) => {
    const back = mentions.flatMap((mention, index): ElementContent[] => [
      { type: 'text', value: '\u00a0' }, // the sign stands alone on no line
      h('a.back', {
        href: `#${mention}`,
        role: 'doc-backlink',
        ariaLabel: words.backToCitation(index + 1),
        dataLetter: mentions.length > 1 ? String.fromCodePoint(97 + (index % 26)) : undefined,
      }),
    ]);
    return h('li', { id: `ref-${slug(key)}` }, [...works.full(key).map(linked), ...back]);
  });
  return h('section.references', { role: 'doc-bibliography', ariaLabelledBy: 'references' }, [
    h('h2#references', words.references),
    h(style === 'numbered' ? 'ol' : 'ul', items),
  ]);
}

/** An address in a reference can be followed. */
function linked(node: ElementContent): ElementContent {
  if (node.type !== 'text') return node;
  const [, before = '', address, after = ''] = /^(.*?)(https:\/\/\S+[^\s.,])(.*)$/s.exec(node.value) ?? [];
  if (!address) return node;
  return h('span', [before, h('a', { href: address }, address.replace('https://', '')), after]);
}

function slug(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
