import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { CalendarDate } from '../document/calendar-date.ts';
import type { HistorySetting } from '../document/history-setting.ts';
import { changedWords } from './changed-words.ts';
import type { BlockChange, SectionChanges, VersionChanges } from './changes.ts';

/** What happened to a block. */
export type Happening = 'added' | 'removed' | 'changed' | 'moved';

/** The texts of the interface that the list of versions uses. */
export interface HistoryWords {
  opening: string;
  notes: string;
  title: string;
  first: string;
  goneSection: string;
  withheld: string;
  /** Each with a colon or what its language has for it. */
  labels: Record<Exclude<Happening, 'moved'>, string>;
  counted(happening: Happening, count: number): string;
  list(parts: readonly string[]): string;
  date(day: CalendarDate): string;
}

/** What the list of versions is made of. */
export interface HistoryInput {
  /** Of the versions behind the first one, oldest first. */
  changes: readonly VersionChanges[];
  /** The day of the first one. */
  first: CalendarDate;
  setting: Exclude<HistorySetting, 'off'>;
  /** BCP 47 tag of the text. */
  language: string;
  direction: 'ltr' | 'rtl';
  words: HistoryWords;
  /** The address of a block; null for one that the text has no more. */
  addressOf(id: string): string | null;
  /** Ids of texts that were retired: their words are not shown in any version. */
  withheld: ReadonlySet<string>;
}

/** The versions of a text, the newest first, each with what it changed in each section. */
export function historyTree(input: HistoryInput): Element {
  const { changes, first, words } = input;
  const used = new Map<CalendarDate, number>();
  const version = (day: CalendarDate, children: readonly ElementContent[]) => {
    const count = (used.get(day) ?? 0) + 1; // days go backwards where a clock was wrong
    used.set(day, count);
    const id = `day-${day}${count > 1 ? `-${count}` : ''}`;
    return h('section', { id }, [h('h2', h('time', { dateTime: day }, words.date(day))), ...children]);
  };
  const versions = [
    version(first, [h('p', words.first)]),
    ...changes.map((one) => version(one.day, versionContent(one, input))),
  ];
  return h('div', { className: ['versions'] }, versions.reverse());
}

function versionContent({ title, sections }: VersionChanges, input: HistoryInput): ElementContent[] {
  const { setting, words } = input;
  if (setting === 'dates')
    return [
      h('ul', [
        ...(title ? [h('li', words.title)] : []),
        ...sections.map((one) => h('li', [...heading(one, input), ': ', summary(one.changes, words)])),
      ]),
    ];
  return [
    ...(title ? [h('h3', words.title), h('ul', [h('li', differences(title, input))])] : []),
    ...sections.flatMap((one) => [
      h('h3', heading(one, input)),
      h(
        'ul',
        one.changes.flatMap((change) => lineOf(change, input)),
      ),
      ...movedLine(one.changes, words),
    ]),
  ];
}

/** The title of a section, as a link where it is still there. That of one that is gone counts as its words. */
function heading(
  { id, part, title }: SectionChanges,
  { words, setting, ...input }: HistoryInput,
): ElementContent[] {
  if (id === null) return [{ type: 'text', value: part === 'notes' ? words.notes : words.opening }];
  const address = input.addressOf(id);
  const inText = { lang: input.language, dir: input.direction };
  if (address !== null) return [h('a', { href: address, ...inText }, title)];
  const isShown = setting === 'words' && !input.withheld.has(id);
  return isShown ? [h('span', inText, title)] : [{ type: 'text', value: words.goneSection }];
}

function summary(changes: readonly BlockChange[], words: HistoryWords): string {
  const counts = new Map<Happening, number>();
  for (const change of changes) {
    const happening = happeningOf(change);
    counts.set(happening, (counts.get(happening) ?? 0) + 1);
  }
  return words.list([...counts].map(([happening, count]) => words.counted(happening, count)));
}

function movedLine(changes: readonly BlockChange[], words: HistoryWords): Element[] {
  const count = changes.filter((one) => happeningOf(one) === 'moved').length;
  return count === 0 ? [] : [h('p', words.counted('moved', count))];
}

function happeningOf({ before, after }: BlockChange): Happening {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return before === after ? 'moved' : 'changed';
}

function lineOf(change: BlockChange, input: HistoryInput): Element[] {
  const happening = happeningOf(change);
  if (happening === 'moved') return [];
  const { words, addressOf, withheld } = input;
  const address = addressOf(change.id);
  const label = words.labels[happening];
  return [
    h('li', [
      address === null ? label : h('a', { href: address }, label),
      ' ',
      ...(withheld.has(change.id)
        ? [words.withheld]
        : differences({ before: change.before ?? '', after: change.after ?? '' }, input)),
    ]),
  ];
}

/** A text with its added and removed words as elements that say so without colour. */
function differences(
  { before, after }: { before: string; after: string },
  { language, direction }: HistoryInput,
): Element[] {
  const names = { same: 'span', added: 'ins', removed: 'del' };
  const parts =
    before === '' || after === ''
      ? [{ kind: before === '' ? ('added' as const) : ('removed' as const), text: before || after }]
      : changedWords(before, after, language);
  return [
    h(
      'span',
      { lang: language, dir: direction },
      parts.map(({ kind, text }) => (kind === 'same' ? text : h(names[kind], text))),
    ),
  ];
}
