import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { emptyLedger, type Ledger, parseLedger } from '../anchors/ledger.ts';
import { resolve } from '../anchors/resolve.ts';
import type { CommittedText } from '../anchors/text-commits.ts';
import { keyOf } from '../cache/key.ts';
import { readFrontmatter } from '../compile/frontmatter.ts';
import { foundIn, type textParser } from '../compile/parse-text.ts';
import { wikiNamesKey } from '../compile/wiki-names.ts';
import { isCalendarDate } from '../document/calendar-date.ts';
import { recordedFields } from '../document/recorded-fields.ts';
import { publicTexts, type RecordedText } from '../history/public-texts.ts';
import type { Version } from '../history/version.ts';

/** An essay whose old texts are read. */
export interface EssayWithCommits {
  slug: string;
  /** Path of its text from the repository's top. */
  file: string;
  /** Absolute path of its text. */
  path: string;
  /** The language of the site, for texts that name none. */
  language: string;
  commits: readonly CommittedText[];
}

/** Gives the content of git objects by their names; an empty text for one that is not there. */
export type ReadObjects = (names: readonly string[]) => ReadonlyMap<string, string>;

/** What was read of old texts, plain data that is kept between builds. Blocks name their texts by number. */
export interface OldTexts {
  /** What lies beside the text: it decides what is read in a block, as the names of texts do where a link has one. */
  beside: string;
  hasNames: boolean;
  /** By the git object of a text. */
  facts: Record<string, Pick<RecordedText, 'published'> & { title: string; language: string }>;
  texts: string[];
  /** By the key of a version: its blocks as id, kind, number of the text. */
  blocks: Record<string, [string, Version['blocks'][number]['kind'], number][]>;
}

/** A public version and the git objects that it is made of. */
type PublicText = CommittedText & RecordedText;

/**
 * The public versions of an essay, oldest first. Texts are compiled to their blocks and no further, and a block has the
 * id that the ledger of its own commit gives it.
 * @param before what is known from an earlier build
 */
export async function versionsOf(
  essay: EssayWithCommits,
  before: OldTexts | null,
  read: ReadObjects,
  parse: ReturnType<typeof textParser>,
): Promise<{ versions: Version[]; known: OldTexts }> {
  const old = before?.beside === besideOf(essay.path, before?.hasNames ?? false) ? before : null;
  const facts = { ...before?.facts };
  const sources = read(essay.commits.flatMap(({ text }) => (facts[text] ? [] : [text])));
  for (const [object, text] of sources) facts[object] = factsOf(essay, text);
  const all = distinctTexts(publicTexts(essay.commits.flatMap((one): PublicText[] => recorded(one, facts))));
  const keys = versionKeys(all);
  const isChained = all.some(({ ledger }, index) => ledger === null && !old?.blocks[keys[index] ?? '']);
  const unread = all.filter((_, index) => isChained || !old?.blocks[keys[index] ?? '']);
  const objects = read(unread.flatMap(({ text, ledger }) => (ledger === null ? [text] : [text, ledger])));
  const hasNames = old?.hasNames === true || [...objects.values()].some((text) => text.includes('[['));
  const beside = besideOf(essay.path, hasNames);
  const known: OldTexts = { beside, hasNames, facts: {}, texts: [], blocks: {} };
  for (const { text } of essay.commits) if (facts[text]) known.facts[text] = facts[text];
  const numbers = new Map<string, number>();
  const versions: Version[] = [];
  let previous: Ledger = emptyLedger(essay.slug);
  for (const [index, one] of all.entries()) {
    const key = keys[index] ?? '';
    const { title, language } = facts[one.text] ?? { title: '', language: essay.language };
    let blocks = isChained
      ? undefined
      : old?.blocks[key]?.map(([id, kind, number]) => ({ id, kind, text: old.texts[number] ?? '' }));
    if (!blocks) {
      const ledger = one.ledger === null ? previous : ledgerIn(objects.get(one.ledger) ?? '', essay.slug);
      const source = {
        slug: essay.slug,
        file: essay.file,
        path: join(dirname(essay.path), one.name),
        text: objects.get(one.text) ?? '',
      };
      const { found } = foundIn(await parse(source, language));
      const { blocks: read, usedIds } = found ?? { blocks: [], usedIds: [] };
      const resolution = resolve(read, ledger, { day: one.day, usedIds });
      previous = resolution.ledger;
      blocks = read.map(({ kind, text }, at) => ({
        id: resolution.ids[at] ?? '',
        kind,
        text: text.replace(/\s+/g, ' ').trim(),
      }));
    }
    known.blocks[key] = blocks.map(({ id, kind, text }) => [id, kind, numberOf(text)]);
    versions.push({ day: one.day, title, blocks });
  }
  return { versions, known };

  function numberOf(text: string): number {
    const number = numbers.get(text) ?? numbers.size;
    if (number === numbers.size) known.texts.push(text);
    numbers.set(text, number);
    return number;
  }
}

/**
 * Of commits in a row that have the same text one: the day of the first, and the ledger of the last, which knows the most
 * of its ids. A single text was never changed, so nothing of it has to be read.
 */
function distinctTexts(all: readonly PublicText[]): PublicText[] {
  const distinct: PublicText[] = [];
  for (const one of all) {
    const last = distinct.at(-1);
    if (last?.text !== one.text || last.name !== one.name) distinct.push(one);
    else distinct[distinct.length - 1] = { ...one, day: last.day, ledger: one.ledger ?? last.ledger };
  }
  return distinct.length === 1 ? [] : distinct;
}

function factsOf({ file, language }: EssayWithCommits, text: string): OldTexts['facts'][string] {
  const read = readFrontmatter(file, text, recordedFields);
  if ('problems' in read) return { published: null, title: '', language };
  const { title, published, draft, language: own = language } = read.metadata;
  return { published: draft ? null : published, title, language: own };
}

function recorded(one: CommittedText, facts: OldTexts['facts']): PublicText[] {
  const { day } = one;
  const fact = facts[one.text];
  return fact && isCalendarDate(day) ? [{ ...one, day, published: fact.published }] : [];
}

/** What each version is made of: a text without a ledger has the ids that the version before it gives. */
function versionKeys(all: readonly PublicText[]): string[] {
  let last = '';
  return all.map(({ name, text, ledger }) => {
    last = keyOf(name, text, ledger ?? last);
    return last;
  });
}

function ledgerIn(text: string, slug: string): Ledger {
  const ledger = parseLedger(text);
  return 'message' in ledger ? emptyLedger(slug) : ledger;
}

function besideOf(path: string, hasNames: boolean): string {
  const names = readdirSync(dirname(path), { recursive: true, encoding: 'utf8' });
  const beside = names.filter((name) => !/^(?:anchors\.json|index\.mdx?|comments(?:[/\\].*)?)$/.test(name));
  return keyOf(...beside.sort(), ...(hasNames ? [wikiNamesKey()] : []));
}
