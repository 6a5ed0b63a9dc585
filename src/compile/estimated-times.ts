import type { DocumentBlock } from '../document/document.ts';

/** Blocks that a reader of the text reads aloud. */
const read: ReadonlySet<string> = new Set(['section', 'paragraph', 'list', 'quote']);

/** A breath between two blocks counts as so many letters. */
const breath = 12;

/**
 * Times of a recording of a text as WebVTT, a cue for each block that is read, named by its id: a beginning to correct by
 * ear. The length is shared out by the letters of the blocks.
 * @param seconds length of the recording
 */
export function estimatedTimes(
  blocks: readonly Pick<DocumentBlock, 'id' | 'kind' | 'text'>[],
  seconds: number,
): string {
  const spoken = blocks.filter(({ kind }) => read.has(kind));
  const lengths = spoken.map(({ text }) => [...text].length + breath);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  const cues = spoken.map(({ id, text }, index) => {
    const start = (before / all) * seconds;
    before += lengths[index] ?? 0;
    const end = (before / all) * seconds;
    return `${id}\n${clock(start)} --> ${clock(end)}\n${beginning(text)}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

/** The first words, by which an author knows the block. An arrow would be read as times. */
function beginning(text: string): string {
  const words = text.replaceAll(/\s+/g, ' ').replaceAll('-->', '→').trim();
  const some = words.split(' ').slice(0, 8).join(' ');
  return some.length < words.length ? `${some} …` : some;
}

function clock(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const two = (figure: number) => String(Math.floor(figure)).padStart(2, '0');
  const rest = String(thousandths % 1000).padStart(3, '0');
  return `${two(thousandths / 3_600_000)}:${two((thousandths / 60_000) % 60)}:${two((thousandths / 1000) % 60)}.${rest}`;
}
