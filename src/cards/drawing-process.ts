import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Card } from './card.ts';
import { shapes } from './card.ts';
import { coveredLetters } from './covered-letters.ts';
import { drawCard } from './draw-card.ts';

/** What is asked of this process: a card to draw, or an author's picture to cut to the size of one. */
export type Drawing = { card: Card } | { picture: string };

/*
 * Draws what it is sent, one after the other, in the folder of the card fonts. A process of its own, because
 * fontconfig asks the environment once, at its first use in a process, which fonts there are.
 */
sharp.concurrency(1); // the other processor makes pages at the same time
sharp.cache(false); // no line is drawn twice
const fonts = readdirSync('fonts').map((name) => coveredLetters(readFileSync(`fonts/${name}`)));

process.on('disconnect', () => process.exit()); // a build that was ended waits for no answer
process.on('message', async (drawing: Drawing) => {
  try {
    process.send?.({
      bytes: 'card' in drawing ? await drawCard(drawing.card, isCovered) : await cut(drawing.picture),
    });
  } catch (error) {
    process.send?.({ reason: error instanceof Error ? error.message : String(error) });
  }
});

/** White space and signs that show nothing need no glyph. */
function isCovered(text: string): boolean {
  const letters = text.normalize('NFC').replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
  return [...letters].every((letter) => fonts.some((font) => font.has(letter.codePointAt(0) ?? 0)));
}

/** An author's picture, cut around its middle. */
function cut(path: string): Promise<Uint8Array> {
  const { width, height } = shapes.preview;
  return sharp(path)
    .autoOrient()
    .resize(width, height, { fit: 'cover' })
    .flatten({ background: '#fcfaf5' })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer();
}
