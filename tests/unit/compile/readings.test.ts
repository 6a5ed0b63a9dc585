import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';

const times = `WEBVTT

the-lamp
00:00.000 --> 00:02.000

p-oil
00:02.000 --> 01:05.000

the-wick
01:05.500 --> 01:07.000
`;

const text = (attributes: string) =>
  `<Audio ${attributes} />\n\n## The *lamp*\n\n<p id="p-oil">Oil.</p>\n\n## The wick\n\nWick.`;
const whole = 'of="this" src="./a.mp3" times="./a.vtt"';
const compiled = (attributes: string, vtt = times, files: Record<string, string> = {}) =>
  compiledInFolder(text(attributes), { mdx: true, files: { 'a.mp3': 'x', 'a.vtt': vtt, ...files } });

describe('a reading of the text', () => {
  it('is a player with its times, a link to it, and a list of sections that works without a script', async () => {
    const made = await compiled(`${whole} caption="In *May*."`);
    expect(made.problems).toEqual([]);
    expect(made.files).toEqual(['a.mp3', 'a.vtt']);
    const tree = fromHtml(made.html, { fragment: true });
    const figure = select('figure.media.reading[id]', tree);
    expect(figure?.properties['dataFollow']).toBe('Scroll along with the reading');
    expect(select('audio[controls][preload="none"][src="./a.mp3"]', tree)).toBeTruthy();
    expect(select('audio > track[kind="metadata"][src="./a.vtt"]', tree)).toBeTruthy();
    expect(select('track[default]', tree)).toBe(undefined); // nothing is loaded before it is played
    const caption = select('figcaption', tree);
    expect(caption && textOf(caption)).toBe('Read aloud by the author. In May.');
    expect(select('figcaption em', tree)).toBeTruthy();
    expect(
      selectAll('.reading-times li', tree).map((item) => [
        textOf(item),
        ...selectAll('a', item).map(({ properties }) => properties['href']),
      ]),
    ).toEqual([
      ['0:00 The lamp', './a.mp3#t=0', '#the-lamp'],
      ['1:05 The wick', './a.mp3#t=65.5', '#the-wick'],
    ]);
  });

  it('can have no times, and captions besides', async () => {
    const made = await compiled('of="this" src="./a.mp3" captions="./c.vtt"', times, { 'c.vtt': 'WEBVTT' });
    expect(made.problems).toEqual([]);
    expect(made.html).not.toMatch(/reading-times|kind="metadata"/);
    expect(made.html).toContain('kind="captions"');
  });

  it('is written in the language of the text', async () => {
    const made = await compiledInFolder(text(whole), {
      mdx: true,
      language: 'de',
      files: { 'a.mp3': 'x', 'a.vtt': times },
    });
    expect(made.html).toContain('>Vom Autor gelesen</a>');
  });

  it.each([
    ['of="that" src="./a.mp3"', times, 'text/unknown-reading:1'],
    ['src="./a.mp3" times="./a.vtt"', times, 'text/missing-attribute:1'],
    ['of="this" src="./a.mp3" times="./a.srt"', times, 'text/captions-format:1'],
    ['of="this" src="./b.mp3" times="./a.vtt"', times, 'text/missing-file:1'],
    ['of="this" src="./a.mp3" times="./b.vtt"', times, 'text/missing-file:1'],
    ['of="this" times="./a.vtt"', times, 'text/missing-attribute:1'],
    [whole, 'x', 'text/times-format:1'],
    [whole, times.replace('01:05.500', '1:05'), 'text/times-format:10'],
    [whole, times.replace('the-wick', 'the-wik'), 'text/times-unknown-id:9'],
    [whole, times.replace('the-wick\n', ''), 'text/times-unknown-id:8'],
    [whole, times.replace('01:05.500', '00:01.000'), 'text/times-order:10'],
    [whole, times.replace('00:02.000\n', '00:00.000\n'), 'text/times-order:4'],
  ])('with a mistake is reported: %s %j', async (attributes, vtt, problem) => {
    const made = await compiled(attributes, vtt, { 'a.srt': 'x' });
    expect(made.problems).toContain(problem);
  });

  it('names the file of the times, and the id that was meant', async () => {
    const made = await compiled(whole, times.replace('the-wick', 'the-wik'));
    expect(made.messages).toEqual([
      'A cue is named `the-wik`, which is no id of this text. Did you mean `the-wick`?',
    ]);
  });
});
