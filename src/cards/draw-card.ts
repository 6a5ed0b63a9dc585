import sharp from 'sharp';
import { type Card, shapes } from './card.ts';
import { indexedPng } from './indexed-png.ts';

type Colour = readonly [number, number, number];

/** The colours of `src/styles/tokens.css` for daylight: `--paper`, `--ink`, `--quiet`, `--touch`. */
const paper: Colour = [0xfc, 0xfa, 0xf5];
const colours = { ink: [0x1b, 0x18, 0x15], quiet: [0x4d, 0x46, 0x3d], touch: [0x8a, 0x1f, 0x11] } as const;

/** Steps from paper to each colour, which make its edges smooth. With paper itself they fill a palette of 256. */
const steps = 85;

const palette = [
  paper,
  ...Object.values(colours).flatMap((colour) =>
    Array.from({ length: steps }, (_, step) => mixed(colour, (step + 1) / steps)),
  ),
];

/** What covers the paper where: 0 to 255 for each pixel of a rectangle. */
interface Mask {
  width: number;
  height: number;
  cover: Uint8Array;
}

/**
 * Draws a card. A line that has a letter without a glyph in the fonts, or nothing that can be seen, is left out, and a
 * subtitle for which there is no room; without a title, the dots by which
 * a proof-reader says “stet” are drawn in its place.
 * @param isCovered whether the fonts have every letter of a text
 * @returns a PNG; the same bytes for the same card with the same fonts, whatever was drawn before
 */
export async function drawCard(card: Card, isCovered: (text: string) => boolean): Promise<Uint8Array> {
  const { width, height, margin, top, sizes, room } = shapes[card.shape];
  const rows = new Uint8Array((width + 1) * height);
  const put = (mask: Mask, left: number, from: number, colour: keyof typeof colours) =>
    paint(rows, width + 1, mask, left + 1, from, 1 + steps * Object.keys(colours).indexOf(colour));
  const line = (text: string, style: string, size: number, spacing: number) =>
    textMask(text, { font: `Vollkorn ${style} ${size}`, width: width - 2 * margin, spacing, card });

  const smallest = sizes.at(-1) ?? 0;
  const canDraw = (text: string) => /[^\p{C}\p{Z}\p{M}]/u.test(text) && isCovered(text);
  const subtitle = canDraw(card.subtitle) ? await line(card.subtitle, 'Italic', smallest * 0.8, 1) : null;
  let below = top;
  if (canDraw(card.title)) {
    const free = room - (subtitle ? subtitle.height + smallest : 0);
    let title = await line(card.title, 'Regular', sizes[0], 0.85);
    for (const size of sizes.slice(1))
      if (title.height > free) title = await line(card.title, 'Regular', size, 0.85);
    put(title, margin, top, 'ink');
    below += title.height + smallest;
  } else {
    put(dots(9, sizes[0] / 10, sizes[0] / 2), margin, top, 'touch');
    below += 2 * smallest;
  }
  if (subtitle && below + subtitle.height <= top + room) put(subtitle, margin, below, 'quiet');
  if (!canDraw(card.site)) return indexedPng({ width, height, palette, rows });
  const site = await remembered(`${card.shape} ${card.language} ${card.site}`, () =>
    line(card.site, 'Regular', smallest * 0.7, 1),
  );
  const foot = height - margin - site.height;
  put(site, margin, foot - 12, 'touch');
  put(dots(Math.round(site.width / 10), 1.7, 10), margin, height - margin, 'touch');
  return indexedPng({ width, height, palette, rows });
}

/** The name of the site, which is on every card of a language: drawn once in a process. */
const siteLines = new Map<string, Mask>();

async function remembered(key: string, draw: () => Promise<Mask>): Promise<Mask> {
  const mask = siteLines.get(key) ?? (await draw());
  siteLines.set(key, mask);
  return mask;
}

function mixed(colour: Colour, share: number): Colour {
  const of = (index: 0 | 1 | 2) => Math.round(paper[index] + (colour[index] - paper[index]) * share);
  return [of(0), of(1), of(2)];
}

/** @param spacing from line to line, in the font's own */
async function textMask(
  text: string,
  { font, width, spacing, card }: { font: string; width: number; spacing: number; card: Card },
): Promise<Mask> {
  const escaped = text.normalize('NFC').replaceAll(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const language = card.language.replaceAll(/[^\w-]/g, '');
  const { data, info } = await sharp({
    text: {
      text: `<span lang="${language}" line_height="${spacing}">${escaped}</span>`,
      font,
      width,
      dpi: 72, // so that a point is a pixel
      wrap: 'word-char',
    },
  })
    .toColourspace('b-w') // one channel
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, cover: data };
}

/** A row of dots, from the middle of each to that of the next `distance` pixels. */
function dots(count: number, radius: number, distance: number): Mask {
  const height = Math.ceil(2 * radius) + 2;
  const width = Math.ceil(count * distance);
  const cover = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const fromMiddle = Math.hypot((x % distance) - distance / 2, y - height / 2 + 0.5);
      cover[y * width + x] = Math.round(255 * Math.min(1, Math.max(0, radius + 0.5 - fromMiddle)));
    }
  return { width, height, cover };
}

/** Puts a mask on the card in one of its colours. @param first index of the colour's first step in the palette */
function paint(rows: Uint8Array, width: number, mask: Mask, left: number, top: number, first: number): void {
  const height = rows.length / width;
  for (let y = 0; y < mask.height && top + y < height; y++)
    for (let x = 0; x < mask.width && left + x < width; x++) {
      const cover = mask.cover[y * mask.width + x] ?? 0;
      if (cover === 0) continue; // most of it, and quicker so
      const step = Math.round((cover * steps) / 255);
      if (step > 0) rows[(top + y) * width + left + x] = first + step - 1;
    }
}
