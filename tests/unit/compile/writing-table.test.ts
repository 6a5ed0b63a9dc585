import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calloutKinds } from '../../../src/compile/callout-kinds.ts';
import { siteComponents } from '../../../src/compile/components/components.ts';
import { writingExamples } from '../../../src/compile/writing-examples.ts';
import { writingTable } from '../../../src/compile/writing-table.ts';
import { compiledInFolder } from './compiled-in-folder.ts';

const files = Object.fromEntries(
  ['lamp.png', 'paper.pdf', 'clip.mp4', 'clip.vtt', 'sound.mp3', 'reading.mp3'].map((name) => [name, 'x']),
);
files['reading.vtt'] = 'WEBVTT\n';

describe('the table of what a text can hold', () => {
  it('is the one in writing.md (after a change: `node src/commands/writing-table.ts`)', () => {
    expect(readFileSync('src/compile/writing.md', 'utf8')).toContain(`\n\n${writingTable()}\n\n`);
  });

  it('has every component and every kind of callout', () => {
    const all = writingExamples.map(({ written, becomes }) => `${written} ${becomes}`).join('\n');
    expect(siteComponents.filter(({ name }) => !all.includes(`<${name}`))).toEqual([]);
    expect(calloutKinds.filter((kind) => !all.includes(kind))).toEqual([]);
  });

  const uses = writingExamples.flatMap((one) =>
    (one.only ? [one.only] : (['md', 'mdx'] as const)).map((format) => ({ ...one, format })),
  );

  it.each(uses)('$name, in .$format', async ({ written, html, format }) => {
    const made = await compiledInFolder(written, {
      mdx: format === 'mdx',
      files,
      embeds: ['www.youtube.com'],
    });
    expect(made.problems).toEqual([]);
    expect(made.html).toMatch(new RegExp(html));
  });
});
