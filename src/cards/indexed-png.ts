import { constants, crc32, deflateSync } from 'node:zlib';

/** A picture whose pixels are numbers of colours in a list. */
export interface IndexedPicture {
  width: number;
  height: number;
  /** At most 256 colours: red, green, blue, each from 0 to 255. */
  palette: readonly (readonly [number, number, number])[];
  /** One byte a pixel, row by row, with a byte that is 0 before each row, as PNG has them: no filter. */
  rows: Uint8Array;
}

/**
 * The picture as a PNG. sharp makes such files too, but looks for a palette of its own: for a card that takes 40 ms
 * instead of 4, and gives a file that is twice as large.
 */
export function indexedPng({ width, height, palette, rows }: IndexedPicture): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits a pixel, which name a colour of the palette
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE })), // four times as fast, 6 to 20 % larger
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(name), content]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
