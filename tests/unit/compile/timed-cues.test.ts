import { describe, expect, it } from 'vitest';
import { timedCues } from '../../../src/compile/timed-cues.ts';

const file = `WEBVTT - the reading

NOTE
made by hand

STYLE
::cue { color: red }

one
00:00.000 --> 00:01.500
First words

two
1:02:03.250 --> 1:02:04.000 align:start
Second
words
`;

describe('the cues of WebVTT', () => {
  it.each([file, `\uFEFF${file.replaceAll('\n', '\r\n')}`, file.trimEnd()])('are read: %j', (text) => {
    expect(timedCues(text)).toEqual({
      cues: [
        { id: 'one', start: 0, end: 1.5, line: 10 },
        { id: 'two', start: 3723.25, end: 3724, line: 14 },
      ],
    });
  });

  it('can be none, and can have no name', () => {
    expect(timedCues('WEBVTT')).toEqual({ cues: [] });
    expect(timedCues('WEBVTT\n\n00:01.000 --> 00:02.000\na')).toEqual({
      cues: [{ id: '', start: 1, end: 2, line: 3 }],
    });
  });

  it.each([
    ['', 1],
    ['1\n00:00:01,000 --> 00:00:02,000\na', 1],
    ['WEBVTT\n\none\n00:01,000 --> 00:02,000', 4],
    ['WEBVTT\n\none\ntwo', 4],
    ['WEBVTT\n\n00:61 --> 00:02.000', 3],
  ])('are named by their line where they are none: %j', (text, wrongLine) => {
    expect(timedCues(text)).toEqual({ wrongLine });
  });
});
