import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Document } from '../../document/document.ts';
import type { Frontmatter } from '../../document/frontmatter.ts';
import { plainWords } from '../../document/normalized-word.ts';
import { type SectionContent, sectionContents } from '../../document/section-contents.ts';
import { abbreviationsIn } from './abbreviations.ts';

/** A term with the sections of one essay that have it. */
export interface TermInEssay {
  term: string;
  /** The id of each is empty for the introduction. */
  sections: { id: string; title: string }[];
}

/**
 * The terms of an essay, as a maker of indexes would find them without understanding: names (words with a
 * capital that no sentence gave them), abbreviations, joined words that come again, and what the author adds;
 * less what the author omits.
 */
export function termsOf(essay: Omit<Document<Frontmatter>, 'comments'>): TermInEssay[] {
  const sections = sectionContents(essay);
  const texts = sections
    .filter(({ isReferences }) => !isReferences)
    .map((section) => {
      const text = runningText(section);
      return { section, text, normalized: normalized(text) };
    });
  const titles = titlesIn(texts.map(({ text }) => text));
  const names = namesIn(texts.map(({ text }) => text.replaceAll(title, '¶')));
  const joined = joinedWords(texts.map(({ text }) => text));
  const { add, omit } = essay.metadata.index;
  const added = [...add, ...abbreviationsIn(sections).map(({ short }) => short)];
  const omitted = new Set(omit.map(key));
  const byKey = new Map<string, string>();
  for (const term of [...added, ...titles, ...names, ...joined])
    if (!omitted.has(key(term)) && !byKey.has(key(term))) byKey.set(key(term), term);
  return [...byKey.values()].flatMap((term) => {
    const sought = normalized(term.split(', ')[0] ?? term); // of a turned name the last name is enough
    const found = texts.filter((one) => one.normalized.includes(sought));
    return found.length > 0
      ? [{ term, sections: found.map(({ section: { id, title } }) => ({ id, title })) }]
      : [];
  });
}

/** The words of a text in the singular, with spaces around each. */
function normalized(text: string): string {
  return ` ${plainWords(text, true).map(singular).join(' ')} `;
}

/** The form by which two spellings of a term are one. */
function key(term: string): string {
  return plainWords(term, true).map(singular).join(' ');
}

/** A section's text with a stop after each block, so that nothing runs across. */
function runningText(section: SectionContent): string {
  const blocks: string[] = [];
  const walk = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type !== 'element' || 'dataFootnoteRef' in node.properties || node.tagName === 'svg') continue;
      const isHidden = node.properties['ariaHidden'] === 'true';
      if (/^(?:p|td|th|figcaption|dt|dd|pre|h\d)$/.test(node.tagName)) blocks.push(textOf(plainly(node)));
      else if (!isHidden) walk(node.children);
    }
  };
  walk([...section.content, ...section.notes]);
  return blocks.map((block) => `${block.replaceAll(/\s+/g, ' ').trim()} ¶`).join(' ');
}

/** Without the marks of notes, and with emphasis as quotation marks: a title may be set in either. */
function plainly(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const visible = node.children.filter(
    (child) =>
      child.type !== 'element' ||
      !(/^(?:sup|svg)$/.test(child.tagName) || 'dataFootnoteBackref' in child.properties),
  );
  const children = visible.map(plainly);
  if (node.tagName !== 'em') return { ...node, children };
  const quote = (value: string): ElementContent => ({ type: 'text', value });
  return { ...node, children: [quote('‘'), ...children, quote('’')] };
}

/** A title of a work: in quotation marks or emphasised, beginning with a capital, with another capital inside. */
const title = /[‘“](\p{Lu}[^‘“”]*?\s\P{L}*\p{Lu}[^‘“”]*?)[’”](?![\p{L}])/gu;

/** Titles longer than this many words are left to the references. */
const longestTitle = 8;

function titlesIn(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) =>
    [...text.matchAll(title)].map(([, words = '']) => words.replace(/,$/, '')),
  );
  return found.filter((one) => one.split(' ').length <= longestTitle && !/[.?!]$/.test(one));
}

const word = /[\p{L}\p{N}][\p{L}\p{N}.’'-]*[\p{L}\p{N}]|[\p{L}\p{N}]/u;

/** A run of words with capitals, as `Prime Intellect` or `The Black Swan`; of one word only where it is never a common one. */
function namesIn(texts: readonly string[]): string[] {
  const inside = new Set<string>();
  const common = new Set(
    texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []),
  );
  const runs: { words: string[]; begins: boolean }[] = [];
  for (const text of texts) {
    let run: string[] = [];
    let begins = true;
    let runBegins = true;
    const end = () => {
      if (run.length > 0) runs.push({ words: run, begins: runBegins });
      run = [];
    };
    for (const token of text.split(' ')) {
      const bare = word.exec(token)?.[0].replace(/['’]s$/, '') ?? '';
      const opens = /^[([‘“"]/.test(token);
      if (opens) end();
      const isInitial = /^\p{Lu}\.$/u.test(token);
      if (/\p{Lu}/u.test(bare) && (bare.length > 1 || isInitial)) {
        if (run.length === 0) runBegins = begins || opens;
        if (!begins && !opens) inside.add(bare);
        run.push(isInitial ? token : bare);
      } else end();
      if (/[.,;:!?)\]’”"¶]$|['’]s$/.test(token) && !isInitial) end();
      begins = /[.!?¶][)’”"]*$/.test(token) && !isInitial;
    }
    end();
  }
  const names = runs.flatMap(({ words: [first = '', ...rest], begins }) => {
    const isName = !begins || inside.has(first) || /\p{Lu}.*\p{Lu}|\d/u.test(first);
    const words = isName ? [first, ...rest] : rest;
    return words.length > 0 && words.length <= 4 ? [words.join(' ')] : [];
  });
  const all = [...new Set(names)].filter(
    (name) => !/^\p{Lu}?\p{Ll}*$/u.test(name) || (inside.has(name) && !common.has(name.toLowerCase())),
  );
  // a name of one word that ends a longer name is the same person, met again
  const endings = new Map(
    all.filter((name) => name.includes(' ')).map((name) => [name.split(' ').at(-1), name]),
  );
  return all.flatMap((name) => {
    if (!name.includes(' ')) return endings.has(name) ? [] : [name];
    const last = name.split(' ').at(-1) ?? '';
    return [
      all.includes(last) && endings.get(last) === name
        ? `${last}, ${name.split(' ').slice(0, -1).join(' ')}`
        : name,
    ];
  });
}

/** Words joined by a hyphen that come in two sections or more, as `fine-tuning`. */
function joinedWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const found of new Set(text.match(/(?<![\p{L}\p{N}-])\p{Ll}{3,}-\p{Ll}{3,}(?![\p{L}\p{N}-])/gu)))
      counts.set(found, (counts.get(found) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([found]) => found);
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/(?<=[^s])s$/, '') : word;
}
