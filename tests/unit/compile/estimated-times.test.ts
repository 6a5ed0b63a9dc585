import { describe, expect, it } from 'vitest';
import { estimatedTimes } from '../../../src/compile/estimated-times.ts';
import { timedCues } from '../../../src/compile/timed-cues.ts';

const blocks = [
  { id: 'one', kind: 'section', text: 'One' },
  {
    id: 'two',
    kind: 'paragraph',
    text: 'A longer text, of more than eight words, --> with an arrow.\nAnd a line.',
  },
  { id: 'code', kind: 'code', text: 'not(read)' },
  { id: 'three', kind: 'quote', text: '光'.repeat(40) },
  { id: 'fn-1', kind: 'note', text: 'A note.' },
] as const;

describe('estimated times', () => {
  it.each([1, 59.5, 750, 7200])(
    'fill a recording of %d seconds with what is read aloud, in its order',
    (seconds) => {
      const read = timedCues(estimatedTimes(blocks, seconds));
      const cues = 'cues' in read ? read.cues : [];
      expect(cues.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
      expect([cues[0]?.start, cues[2]?.end]).toEqual([0, seconds]);
      expect(cues[1]?.start).toBe(cues[0]?.end);
      expect((cues[1]?.end ?? 0) - (cues[1]?.start ?? 0)).toBeGreaterThan(cues[0]?.end ?? 0);
    },
  );

  it('have the first words of each, and are WebVTT for a text without any', () => {
    expect(estimatedTimes(blocks, 10)).toContain('\nA longer text, of more than eight words, …\n');
    expect(timedCues(estimatedTimes([], 10))).toEqual({ cues: [] });
  });
});
