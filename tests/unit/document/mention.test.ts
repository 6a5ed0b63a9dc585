import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { essayLink } from '../../../src/document/essay-link.ts';
import { mentionsIn } from '../../../src/document/mention.ts';

const base = 'https://a.example/b/';

/** The mentions in a text, each with the kind of the block that its id belongs to. */
async function found(text: string, fields: Record<string, unknown> = {}) {
  const { document } = await compileText(text, { slug: 'one', ...fields });
  return mentionsIn(document, base).map(({ to, id, sentence }) => ({
    to,
    kind: document.blocks.find((block) => block.id === id)?.kind,
    sentence,
  }));
}

describe('a mention', () => {
  it('is the sentence that has the link, with the id of its paragraph', async () => {
    const text =
      'A first sentence. What [Bees](/essays/bees/) do[^1] at *dusk*\nis said elsewhere. A third.\n\n[^1]: A note.';
    expect(await found(text)).toEqual([
      { to: 'bees', kind: 'paragraph', sentence: 'What Bees do at dusk is said elsewhere.' },
    ]);
  });

  it('is found in notes, lists, quotes and tables, with their ids', async () => {
    const text = [
      '- One. See [a](/essays/a/).\n  - Inside',
      '> Quoted [b](../b/#x).',
      '| A | B |\n|---|---|\n| See [c](/essays/c/). | Not |',
      'Text.[^1]',
      '[^1]: In a note: [d](/essays/d/). More.',
    ].join('\n\n');
    expect(await found(text)).toEqual([
      { to: 'a', kind: 'list', sentence: 'See a.' },
      { to: 'b', kind: 'quote', sentence: 'Quoted b.' },
      { to: 'c', kind: 'table', sentence: 'See c.' },
      { to: 'd', kind: 'note', sentence: 'In a note: d.' },
    ]);
  });

  it('is the first of several in one essay; a link to the essay itself is none', async () => {
    const text = 'To [two](/essays/two/). Again [two](/essays/two/#x). [One](/essays/one/), [here](#text).';
    expect((await found(text)).map(({ sentence }) => sentence)).toEqual(['To two.']);
  });

  it('has no marks of notes, and the TeX of formulas once', async () => {
    expect(await found('So $x<1$ in [two](/essays/two/) holds.')).toMatchObject([
      { sentence: 'So x<1 in two holds.' },
    ]);
  });

  it.each([
    ['ar', 'هذه جملة. انظر [النحل](/essays/bees/) أيضا؟ ثم جملة.', 'انظر النحل أيضا؟'],
    ['ja', '最初の文。[蜂](/essays/bees/)を見よ。次の文。', '蜂を見よ。'],
  ])('is a sentence in the writing of %s', async (language, text, sentence) => {
    expect(await found(text, { language })).toMatchObject([{ sentence }]);
  });
});

it.each([
  ['/essays/two/', 'two', ''],
  ['/essays/two/#a%20b', 'two', 'a b'],
  ['../two/?q=x#y', 'two', 'y'],
  ['https://a.example/b/essays/two/', 'two', ''],
  ['#x', 'one', 'x'],
])('the link %s leads to an essay', (address, slug, id) => {
  expect(essayLink(address, 'one', base)).toEqual({ slug, id });
});

it.each([
  '/about/',
  '/essays/',
  'https://a.example/essays/two/',
  'https://other.example/b/essays/two/',
  '/essays/two/comments/',
  '/essays/two/index.md',
  'mailto:a@b.example',
  'https://',
])('the link %s does not', (address) => {
  expect(essayLink(address, 'one', base)).toBeNull();
});
