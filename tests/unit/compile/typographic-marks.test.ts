import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { headingSlug } from '../../../src/anchors/generated-ids.ts';
import { frenchSpaces } from '../../../src/compile/french-spaces.ts';
import { setQuotes } from '../../../src/compile/set-quotes.ts';

function quoted(text: string, language: string): string {
  const set = setQuotes(text, language);
  return [...Array(text.length).keys()].map((at) => set.get(at) ?? text[at]).join('');
}

/** `_` is a narrow no-break space here. */
const cases: readonly [language: string, written: string, shown: string][] = [
  ['en', `"Light," he said. "It's 'late'."`, '“Light,” he said. “It’s ‘late’.”'],
  ['en-GB', `'He said "no".'`, '‘He said “no”.’'],
  ['en', `"'Yes,' he said," she said.`, '“‘Yes,’ he said,” she said.'],
  ['en', `She said "he said 'no'"`, 'She said “he said ‘no’”'],
  ['en', `'til the '90s, 'twas rock 'n' roll`, '’til the ’90s, ’twas rock ’n’ roll'],
  ['en', `in '68 they got 'em`, 'in ’68 they got ’em'],
  ['en', `a 6'2" man, 5" wide, "a 6'2" man"`, 'a 6′2″ man, 5″ wide, “a 6′2″ man”'],
  ['en', `"It was 6"`, '“It was 6”'],
  ['en', `the dogs' bowl, James' hat`, 'the dogs’ bowl, James’ hat'],
  ['en', `the 'Ndrangheta met`, 'the ’Ndrangheta met'],
  ['en', `word—"so" ("x") ["y"]`, 'word—“so” (“x”) [“y”]'],
  ['en', `'1984' and "1984"`, '‘1984’ and “1984”'],
  ['en', `"First paragraph.`, '“First paragraph.'],
  ['en', `''two'' and ""`, `''two'' and ""`],
  ['de', `Er sagte "Licht" und ging. Sie sagte 'nein'.`, 'Er sagte „Licht“ und ging. Sie sagte ‚nein‘.'],
  ['de-AT', `"Er rief 'halt'"`, '„Er rief ‚halt‘“'],
  ['de', `Wie geht's? 's ist Fritz' Hut.`, 'Wie geht’s? ’s ist Fritz’ Hut.'],
  ['de-CH', `"Er rief 'halt'"`, '«Er rief ‹halt›»'],
  ['fr', `l'écueil, "l'un 'ou' l'autre"`, 'l’écueil, «_l’un “ou” l’autre_»'],
  ['fr-CA', `dit " oui " et`, 'dit «_oui_» et'],
  ['es', `"uno 'dos'"`, '«uno “dos”»'],
  ['es-MX', `"uno 'dos'"`, '“uno ‘dos’”'],
  ['it', `dell'arte "bella"`, 'dell’arte «bella»'],
  ['pl', `"raz 'dwa'"`, '„raz «dwa»”'],
  ['ru', `"раз 'два'"`, '«раз „два“»'],
  ['cs', `"raz"`, '„raz“'],
  ['hu', `"egy 'két'"`, '„egy »két«”'],
  ['sv', `"ett 'två'"`, '”ett ’två’”'],
  ['nl', `'s avonds "zo"`, '’s avonds “zo”'],
  ['ar', `قال "نعم" ومضى`, 'قال «نعم» ومضى'],
  ['he', `צה"ל אמר "כן"`, `צה"ל אמר ”כן”`],
  ['ja', `彼は"光"と言った。「灯」は消えた。`, '彼は“光”と言った。「灯」は消えた。'],
  ['zh', `他说："灯'亮'了。"`, '他说：“灯‘亮’了。”'],
  ['ko', `그는 "빛"이라고 말했다`, '그는 “빛”이라고 말했다'],
  ['sw', `"moja"`, '“moja”'],
];

describe('quotation marks and apostrophes', () => {
  it.each(cases)('in %s: %s', (language, written, shown) => {
    expect(quoted(written, language)).toBe(shown.replaceAll('_', '\u202f'));
  });

  it('change no id of a heading', () => {
    for (const [language, written, shown] of cases.filter(([, one]) => !one.includes('" oui')))
      expect(headingSlug(quoted(written, language)), shown).toBe(headingSlug(written));
  });

  it('take time in proportion to the text', () => {
    const start = performance.now();
    setQuotes(`'a "b `.repeat(10_000), 'en');
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('stand around what is linked or emphasized', async () => {
    const { html } = await compileText(`Er sagte "[Licht](/a/)", *"ja"* und "**nein**".`, { language: 'de' });
    expect(html).toContain('„<a href="/a/">Licht</a>“, <em>„ja“</em> und „<strong>nein</strong>“.');
  });

  it('are left as they are in code, formulas and addresses', async () => {
    const text = `\`"a"\` $f'$ https://a.example/'b'/c <kbd>"</kbd> 'x'`;
    const { html, document } = await compileText(text, { language: 'de', path: 'essay.mdx' });
    const shown = html || JSON.stringify(document.body);
    expect(shown).not.toMatch(/[„“”’]/);
    expect(shown).toContain('‚x‘');
  });

  it.each(['code', 'kbd', 'samp', 'tt', 'var'])(
    'and dashes stay as they are between the tags of %s',
    async (name) => {
      const text = `"A" <${name}>--x "b" it's ...</${name}> -- "c" <${name.toUpperCase()}>--y</${name.toUpperCase()}>`;
      for (const path of ['essay.md', 'essay.mdx']) {
        const written = path.endsWith('x') ? text.replace(/ <[A-Z].*/, '') : text;
        const { html } = await compileText(written, { path });
        expect(html).toContain('>--x "b" it\'s ...<');
        expect(html).toContain('“A” <');
        expect(html).toContain('> — “c”');
        if (path.endsWith('d')) expect(html).toContain('>--y<');
      }
    },
  );

  it('and dashes are set again behind such an element, in every block', async () => {
    for (const text of [
      '- <kbd>--x</kbd> -- y',
      '## <kbd>--x</kbd> -- y',
      '> *<kbd>--x</kbd>* -- y',
      '| <kbd>--x</kbd> -- y |\n|---|',
    ])
      expect((await compileText(text)).html).toMatch(/<kbd>--x<\/kbd>(?:<\/em>)? — y/);
  });

  it('leave dashes as they are written', async () => {
    const { html } = await compileText('So – oder — so, 1-2.', { language: 'de' });
    expect(html).toContain('So – oder — so, 1-2.');
  });
});

describe('French spaces', () => {
  it.each([
    ['Quoi ? Non ! Si ; oui : là', 'Quoi_? Non_! Si_; oui~: là'],
    ['« mot », dit-il', '«_mot_», dit-il'],
    ['Quoi? Non! 12:30', 'Quoi? Non! 12:30'],
    ['un :smile: ?', 'un :smile:_?'],
  ])('%s', (written, shown) => {
    expect(frenchSpaces(written)).toBe(shown.replaceAll('_', '\u202f').replaceAll('~', '\u00a0'));
  });

  it('change no id', async () => {
    const { html } = await compileText('## Quoi ?\n\n## Quoi !', { language: 'fr' });
    expect(html).toContain(`<h2 id="${headingSlug('Quoi ?')}">Quoi\u202f?</h2>`);
  });

  it('are set in French texts only', async () => {
    expect((await compileText('Quoi ?', { language: 'fr-BE' })).html).toContain('Quoi\u202f?');
    expect((await compileText('Quoi ?', { language: 'en' })).html).toContain('Quoi ?');
  });
});

describe('line breaks of the source', () => {
  it.each([
    ['zh', '他说：\n“好”，\n走了。', '他说：“好”，走了。'],
    ['ja', '灯は\n**消えた。**\n夜に\nなった。', '灯は<strong>消えた。</strong>夜になった。'],
    ['ja', '灯は\nWeb\nだ。', '灯は\nWeb\nだ。'],
    ['ko', '빛은\n꺼졌다', '빛은\n꺼졌다'],
    ['en', 'one\ntwo 你\n好', 'one\ntwo 你好'],
    ['ja', '灯は\\\n夜', '灯は<br>\n夜'],
  ])('are no spaces between wide characters: %s %s', async (language, written, shown) => {
    expect((await compileText(written, { language })).html).toContain(`>${shown}</p>`);
  });

  it('change no id', async () => {
    const idsOf = async (text: string) =>
      (await compileText(text, { language: 'zh' })).document.blocks.map(({ id }) => id);
    expect(await idsOf('他走\n了很\n远。')).toEqual(await idsOf('他走了很远。'));
  });
});
