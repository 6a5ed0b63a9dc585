import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { filesOf, openSite } from '../../src/publish/built-site.ts';

/** Something readable in a published file: its path, or what is inside it once it is unpacked. */
export interface Readable {
  /** Path of the file, and after ` > ` of what is in it. */
  path: string;
  text: string;
}

/**
 * Everything in a published site that anyone could read: names of files, their bytes, and their bytes unpacked where
 * they are compressed (brotli, gzip, the search index), a ZIP (EPUB) or a picture with text in it (PNG).
 */
export function* everyByte(folder: string): Generator<Readable> {
  for (const path of filesOf(openSite(folder))) {
    yield { path: `${path} > name`, text: decodeURI(path) };
    yield* readable(path, readFileSync(join(folder, path)));
  }
}

function* readable(path: string, bytes: Uint8Array): Generator<Readable> {
  yield { path, text: textOf(bytes) };
  if (path.endsWith('.br')) yield* readable(`${path} > text`, brotliDecompressSync(bytes));
  else if (bytes[0] === 0x1f && bytes[1] === 0x8b) yield* readable(`${path} > text`, gunzipSync(bytes));
  else if (path.endsWith('.epub'))
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      yield { path: `${path} > name`, text: name };
      yield* readable(`${path} > ${name}`, content);
    }
  else if (path.endsWith('.png'))
    for (const [type, content] of chunksOf(bytes)) yield* textChunk(path, type, content);
}

/** The text of a chunk of a PNG that has text, unpacked (PNG, 11.3.4). */
function* textChunk(path: string, type: string, content: Uint8Array): Generator<Readable> {
  const packed = type === 'zTXt' ? content.indexOf(0) + 2 : -1;
  if (packed > 0) yield { path: `${path} > ${type}`, text: textOf(inflateSync(content.subarray(packed))) };
  else if (/^[it]TXt$/.test(type) || type === 'tEXt')
    yield { path: `${path} > ${type}`, text: textOf(content) };
}

function* chunksOf(png: Uint8Array): Generator<[type: string, content: Uint8Array]> {
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const type = Buffer.from(png.subarray(at + 4, at + 8)).toString('latin1');
    yield [type, png.subarray(at + 8, at + 8 + length)];
    at += length + 12;
  }
}

/** As UTF-8 and, for words in UTF-16, without the zero bytes between their letters. */
function textOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  return `${text}\n${text.replaceAll('\0', '')}`;
}
