import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';

const text = `## A

> [!WARNING]
> Said.

One.[^n] See [](#fig-a) and [](#tab-b).

<Figure id="fig-a" caption="Waves">A drawing.</Figure>

<Table id="tab-b" caption="Numbers">

| a | b |
|---|---|
| 1 | 2 |

</Table>

- [x] b

<Embed src="https://vimeo.com/1234" title="Sea" />

[^n]: Note.
`;

const embeds = ['player.vimeo.com'];

/** What the engine writes into the text, in the order of the text. */
async function labels(language: string): Promise<string> {
  const { document, problems } = await compileText(text, { path: 'essay.mdx', language, embeds });
  expect(problems).toEqual([]);
  return JSON.stringify(document.body);
}

describe('what the engine says inside of a text', () => {
  it.each([
    ['en', ['Warning', 'Figure\u00a01', 'Table\u00a01', 'Notes', 'Link to “A”', 'done']],
    [
      'de',
      [
        'Warnung',
        'Abbildung\u00a01',
        'Tabelle\u00a01',
        'Anmerkungen',
        'Link zu „A“',
        'erledigt',
        'hier anzeigen (von vimeo.com)',
      ],
    ],
    ['de-AT', ['Warnung', 'Abbildung\u00a01', 'Anmerkungen']],
    ['ja', ['警告', '図1', '表1', '注', '「A」へのリンク', '完了']],
    ['sw', ['Warning', 'Figure\u00a01', 'Notes']], // as the site, which is English here
  ])('is in %s, the language of the text', async (language, expected) => {
    const body = await labels(language);
    for (const label of expected) expect(body).toContain(label.replaceAll('"', '\\"'));
  });

  it('does not change the ids of the text', async () => {
    const ids = async (language: string) =>
      (await compileText(text, { path: 'essay.mdx', language, embeds })).document.blocks.map(({ id }) => id);
    expect(await ids('de')).toEqual(await ids('en'));
  });
});
