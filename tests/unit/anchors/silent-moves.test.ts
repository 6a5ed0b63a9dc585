import { describe, expect, it } from 'vitest';
import { emptyLedger } from '../../../src/anchors/ledger.ts';
import { resolve } from '../../../src/anchors/resolve.ts';
import type { Block, BlockKind } from '../../../src/document/block.ts';
import { handMadeEdits } from './hand-made-edits.ts';

/** `kind#id: text`; the id is the author's own. */
function blocksFrom(lines: readonly string[]): Block[] {
  return lines.map((line): Block => {
    const [, kind = 'paragraph', own = null, text = ''] = /^(?:(\w+)(?:#(\S+))?: )?(.*)$/s.exec(line) ?? [];
    return {
      kind: kinds.find((one) => one === kind) ?? 'paragraph',
      text,
      own,
      marks: kind === 'note' ? 1 : 0,
    };
  });
}
const kinds: BlockKind[] = ['section', 'paragraph', 'list', 'quote', 'figure', 'table', 'code', 'note'];

const body = [
  'section: The harbour',
  'The tide comes in twice a day and leaves the harbour wall a little lower each time.',
  'Gulls follow the boats home because somebody always throws a crate of small fish away.',
  'section: The town',
  'Old ropes hang in the sail loft, and nobody remembers which ship any of them came from.',
  'Salt gets into every lock along the quay and no oil keeps it out for a whole winter.',
  'What the harbour master writes into his book in the evening is read by nobody until a ship is lost.',
];

/** What becomes of the ids of changed lines: `asked`, or the text that each leads to. */
function after(before: readonly string[], now: readonly string[]): { asked: string[]; moved: string[] } {
  const first = resolve(blocksFrom([...body, ...before]), emptyLedger('a'), { day: '2026-01-01' });
  const changed = blocksFrom([...body, ...now]);
  const result = resolve(changed, first.ledger, { day: '2026-01-02' });
  const asked = result.conflicts.map(({ text }) => text);
  const moved = first.ledger.anchors.flatMap(({ id, text }) => {
    const at = result.ids.findIndex((one, index) => one === id || result.previous[index]?.includes(id));
    const words = changed[at]?.text ?? '†';
    return result.conflicts.some((one) => one.id === id) || words.startsWith(text.replace('…', ''))
      ? []
      : [`${text} → ${words}`];
  });
  return { asked, moved };
}

describe('no id moves to other words in silence:', () => {
  it.each<[string, string[], string[]]>([
    [
      'two notes whose labels were exchanged',
      [
        'note#fn-a: The wall was built in the year 1911 by convicts.',
        'note#fn-b: The lamp burns oil of the seal in winter.',
      ],
      [
        'note#fn-a: The lamp burns oil of the seal in winter.',
        'note#fn-b: The wall was built in the year 1911 by convicts.',
      ],
    ],
    [
      'two short notes whose labels were exchanged',
      ['note#fn-a: See Smith, page 12.', 'note#fn-b: See Jones, page 99.'],
      ['note#fn-a: See Jones, page 99.', 'note#fn-b: See Smith, page 12.'],
    ],
    [
      'a note on another work',
      ['note#fn-a: See Smith 1990, page 12.'],
      ['note#fn-a: See Jones 2001, page 99.'],
    ],
    ['a paragraph on another work', ['See Smith 1990, page 12.'], ['See Jones 2001, page 99.']],
    [
      'two figures whose captions were exchanged',
      [
        'figure#fig-a: The harbour of Aberdeen, seen from the north in 1900',
        'figure#fig-b: The harbour of Aberdeen, seen from the south in 1950',
      ],
      [
        'figure#fig-a: The harbour of Aberdeen, seen from the south in 1950',
        'figure#fig-b: The harbour of Aberdeen, seen from the north in 1900',
      ],
    ],
    [
      'a code block that was replaced',
      ['code: const total = items.reduce((sum, item) => sum + item.price, 0);\nreturn total;'],
      ['code: const names = users.map((user) => user.name).sort();\nreturn names;'],
    ],
    [
      'a shell command that was replaced',
      ['code: npm install --save-dev vitest'],
      ['code: npm run build --out dist'],
    ],
    ['a short sentence with other nouns', ['The cat sat on the mat.'], ['The dog lay on the rug.']],
    [
      'another short sentence with other nouns',
      ['The harbour keeps the boats from the wind.'],
      ['The library keeps the books from the rain.'],
    ],
    [
      'a short German sentence with other nouns',
      ['Der Hafen schützt die Boote vor dem Wind.'],
      ['Der Wald schützt die Tiere vor dem Frost.'],
    ],
    [
      'a date that is another',
      ['Published on 3 March 1984 in London.'],
      ['Published on 9 August 2003 in Berlin.'],
    ],
    [
      'notes that were renumbered after one was inserted',
      ['note#fn-1: The wall was built in 1911.', 'note#fn-2: Seal oil, mostly.'],
      [
        'note#fn-1: Convicts came from the south.',
        'note#fn-2: The wall was built in 1911.',
        'note#fn-3: Seal oil, mostly.',
      ],
    ],
    [
      'notes that were renumbered after one was removed',
      [
        'note#fn-1: Convicts came from the south.',
        'note#fn-2: The wall was built in 1911.',
        'note#fn-3: Seal oil, mostly.',
      ],
      ['note#fn-1: The wall was built in 1911.', 'note#fn-2: Seal oil, mostly.'],
    ],
    [
      'one of several entries of one pattern',
      [
        'Anna Berg, born in 1870 in Bergen, was the keeper of the northern light for eleven years and lived alone.',
        'Olav Lund, born in 1881 in Stavanger, was the keeper of the eastern light for seven years and lived alone.',
        'Kari Dahl, born in 1899 in Molde, was the keeper of the southern light for thirty years and lived alone.',
      ],
      [
        'Anna Berg, born in 1870 in Bergen, was the keeper of the northern light for eleven years and lived alone.',
        'Nils Moe, born in 1902 in Narvik, was the keeper of the western light for two years and lived alone.',
        'Kari Dahl, born in 1899 in Molde, was the keeper of the southern light for thirty years and lived alone.',
      ],
    ],
    [
      'one of several short entries of one pattern',
      ['Price of herring: 12 crowns a crate.', 'Price of cod: 30 crowns a crate.'],
      ['Price of herring: 12 crowns a crate.', 'Price of eels: 95 crowns a barrel.'],
    ],
    [
      'a quotation of somebody else',
      ['quote: No man is an island, entire of itself.'],
      ['quote: Hell is other people, and nobody else.'],
    ],
    [
      'a table of other things',
      ['table: Year Ships Lost 1900 12 1901 9'],
      ['table: Year Boats Built 1950 40 1951 38'],
    ],
  ])('%s', (_, before, now) => {
    const { asked, moved } = after(before, now);
    expect(moved).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
  });
});

describe(`${handMadeEdits.length} edits by hand:`, () => {
  it.each(handMadeEdits)('%s', (_, before, now) => {
    expect(after(before, now).moved).toEqual([]);
  });
});

describe('and nothing is asked where a text is still the same:', () => {
  it.each<[string, string[], string[]]>([
    ['a misprint in a short sentence', ['The cat sat on the mat.'], ['The cat sats on the mat.']],
    ['a word more in a short sentence', ['The cat sat on the mat.'], ['The old cat sat on the mat.']],
    [
      'a corrected page in a note',
      ['note#fn-a: See Smith 1990, page 12.'],
      ['note#fn-a: See Smith 1990, page 21.'],
    ],
    [
      'a note with a sentence more',
      ['note#fn-a: The wall was built in 1911.'],
      ['note#fn-a: The wall was built in 1911. It took four years.'],
    ],
    [
      'an equal short note elsewhere',
      ['note#fn-a: Ibid.', 'note#fn-b: Ibid.'],
      ['note#fn-a: Ibid.', 'note#fn-b: Ibid., page 4.'],
    ],
    [
      'a line more in a code block',
      ['code: const total = items.reduce((sum, item) => sum + item.price, 0);\nreturn total;'],
      ['code: const total = items.reduce((sum, item) => sum + item.price, 0);\nlog(total);\nreturn total;'],
    ],
    [
      'a caption that says more',
      ['figure#fig-a: The harbour of Aberdeen in 1900'],
      ['figure#fig-a: The harbour of Aberdeen in 1900, with its lamp'],
    ],
    [
      'one word of an entry of one pattern',
      [
        'Anna Berg, born in 1870 in Bergen, was the keeper of the northern light for eleven years and lived alone.',
        'Olav Lund, born in 1881 in Stavanger, was the keeper of the eastern light for seven years and lived alone.',
      ],
      [
        'Anna Berg, born in 1871 in Bergen, was the keeper of the northern light for eleven years and lived alone.',
        'Olav Lund, born in 1881 in Stavanger, was the keeper of the eastern light for seven years and lived alone.',
      ],
    ],
    ['a new title of a heading with an id', ['section#part: The lamp'], ['section#part: Bread and salt']],
    [
      'equal headings in another order',
      ['section: Notes', 'First words about the lamp.', 'section: Notes', 'Other words about the quay.'],
      ['section: Notes', 'Other words about the quay.', 'section: Notes', 'First words about the lamp.'],
    ],
    [
      'figures in another order',
      ['figure#fig-a: The wall in 1900', 'figure#fig-b: The wall in 1950'],
      ['figure#fig-b: The wall in 1950', 'figure#fig-a: The wall in 1900'],
    ],
  ])('%s', (_, before, now) => {
    expect(after(before, now).asked).toEqual([]);
  });
});

describe('an address that its author keeps at an empty element', () => {
  const titles = (id: string, text: string) => [`paragraph#${id}: `, `section: ${text}`];

  it('asks nothing: before a heading with a new title', () => {
    const first = resolve(blocksFrom([...body, 'section#loops: Conditional loops']), emptyLedger('a'), {
      day: '2026-01-01',
    });
    const now = resolve(blocksFrom([...body, ...titles('loops', 'What a loop needs')]), first.ledger, {
      day: '2026-01-02',
    });
    expect(now.conflicts).toEqual([]);
    expect(now.ids).toContain('loops');
    const lost = resolve(blocksFrom(body), now.ledger, { day: '2026-01-03' });
    expect(lost.conflicts.map(({ what, id }) => `${what} ${id}`)).toContain('lost loops');
  });
});
