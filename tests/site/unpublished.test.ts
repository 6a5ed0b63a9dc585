import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { everyByte } from './every-byte.ts';
import { scratchLibrary } from './scratch-library.ts';

/** An essay with a word in everything that an author can write, each beginning with `word`. */
function fullEssay(word: string, fields: readonly string[]): Record<string, string> {
  const drawing = (name: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${word}${name}</title></svg>`;
  return {
    'index.mdx': `---
title: ${word}title
subtitle: ${word}subtitle
description: ${word}description
${fields.join('\n')}
authors: [${word}author]
topics: [${word}topic]
series: { name: ${word}series, part: 1 }
canonical: https://${word}canonical.example/
aliases: [/${word}alias.html]
licence: ${word}licence
image: { source: ./${word}image.svg, alt: ${word}imagealt }
keywords: { a-section: [${word}keyword] }
index: { add: [${word}term] }
changes: [{ date: 2026-01-03, note: ${word}change }]
---

${word}opening with a note[^1], a work [@${word}work] and a formula $\\text{${word}formula}$.

## ${word}heading {#a-section}

![${word}alt](./${word}picture.svg)

[A paper](./${word}paper.pdf), [an essay](../zqshown-essay/index.mdx) with ${word}mention, [a link](https://${word}link.example/) and \`${word}code\`.

<Figure id="fig-${word}figure" caption="${word}caption"><svg viewBox="0 0 9 9" role="img" aria-label="${word}label"></svg></Figure>

<Audio of="this" src="./${word}reading.mp3" times="./${word}times.vtt" />

[^1]: ${word}note
`,
    'index.de.mdx': fullTranslation(`${word}german`, fields),
    [`${word}reading.mp3`]: `ID3 ${word}recording`,
    [`${word}times.vtt`]: `WEBVTT\n\na-section\n00:00.000 --> 00:02.000\n${word}spoken\n`,
    'references.json': JSON.stringify([
      {
        id: `${word}work`,
        type: 'book',
        title: `${word}worktitle`,
        author: [{ family: `${word}family`, given: 'A.' }],
        issued: { 'date-parts': [[2020]] },
      },
    ]),
    [`${word}picture.svg`]: drawing('picture'),
    [`${word}image.svg`]: drawing('image'),
    [`${word}paper.pdf`]: `%PDF-1.4 ${word}paper`,
    'comments/2026-05-05-yara.md': `---\nname: ${word}reader\norigin: form\n---\n\n${word}comment\n`,
  };
}

/** A translation with a word in everything that a translator can write, each beginning with `word`. */
function fullTranslation(word: string, fields: readonly string[]): string {
  return `---
title: ${word}title
subtitle: ${word}subtitle
description: ${word}description
${fields.join('\n')}
---

${word}opening with a note[^1].

## ${word}heading

[^1]: ${word}note
`;
}

it('nothing of a draft or of an essay whose day is still to come is in any byte of the site', async () => {
  const site = scratchLibrary('unpublished');
  const write = (slug: string, files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) {
      const file = join(site.content, 'essays', slug, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  };
  write('zqshown-essay', fullEssay('zqshown', ['published: 2026-01-02']));
  write('zqdraft-essay', fullEssay('zqdraft', ['published: 2026-01-02', 'draft: true']));
  write('zqlater-essay', fullEssay('zqlater', ['published: 2030-03-04']));
  // the change of an essay that is not out yet cannot be older than the essay
  site.edit('zqlater-essay', '2026-01-03', '2030-03-05');
  // of an essay that is shown, translations that are not
  const french = fullTranslation('zqdraftfrench', ['published: 2026-01-02', 'draft: true']);
  const spanish = fullTranslation('zqlaterspanish', ['published: 2030-03-04']);
  write('zqshown-essay', { 'index.fr.mdx': french, 'index.es.mdx': spanish });
  // with its versions: what it was as a draft is in git
  const shown = readFileSync(site.essay('zqshown-essay'), 'utf8');
  const early = shown.replace('zqshownopening', 'zqdraftversion').replace('---\n', '---\ndraft: true\n');
  writeFileSync(site.essay('zqshown-essay'), early);
  site.git('init', '-q');
  const commit = (day: string) => {
    site.git('add', '-A');
    site.git('commit', '-q', '-m', 'A version', `--date=${day}T12:00:00Z`);
  };
  commit('2026-01-01');
  writeFileSync(site.essay('zqshown-essay'), shown.replace('---\n', '---\nhistory: words\n'));
  const build = async () =>
    expect(await site.run('build', ['--day', '2030-03-03'])).toEqual({ code: 0, output: expect.any(String) });
  await build();
  commit('2026-01-02');
  site.edit('zqshown-essay', 'zqshownopening', 'zqshownversion of zqshownopening');
  await build();
  commit('2026-02-03');
  await build(); // with all that the caches of a build hold, and the versions

  const leaks: string[] = [];
  const seen = new Set<string>();
  const holders: string[] = [];
  for (const { path, text } of everyByte(site.out)) {
    if (/zqdraft|zqlater/i.test(text)) leaks.push(path);
    const words = [...text.matchAll(/zqshown[a-z]+/gi)].map(([word]) => word.toLowerCase());
    if (words.length > 0) holders.push(path);
    for (const word of words) seen.add(word);
  }
  expect(leaks).toEqual([]);

  // the same words of an essay that is published are found, packed ones too: this test can see what it looks for
  const written = Object.values(fullEssay('zqshown', [])).join('\n');
  const words = new Set([...written.matchAll(/zqshown[a-z]+/g)].map(([word]) => word));
  const unseen = [
    'zqshownimage', // a name that the picture does not keep
    'zqshownkeyword', // only the search has it, not as a whole word
    'zqshownterm', // is not in the text, and so in no index
  ];
  expect([...words].filter((word) => !seen.has(word) && !unseen.includes(word))).toEqual([]);
  for (const kind of [
    /\.br > text$/,
    /\.gz > text$/,
    /\.epub > .*\.xhtml$/,
    /^essays\/zqshown-essay\/de\/index\.html$/,
    /^essays\/zqshown-essay\/history\/index\.html$/,
    /comments.*\.xml$/,
    /^pagefind\/.* > text$/,
    /> name$/,
  ])
    expect(
      holders.some((path) => kind.test(path)),
      `${kind}`,
    ).toBe(true);
});
