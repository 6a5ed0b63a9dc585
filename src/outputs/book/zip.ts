import { crc32, deflateRawSync } from 'node:zlib';

/** A file as it is kept in a ZIP archive. It can stand in any number of archives, and is compressed once. */
export interface ZipEntry {
  path: string;
  /** Bytes before compression. */
  size: number;
  crc: number;
  isDeflated: boolean;
  bytes: Uint8Array;
}

/** Endings of files that are compressed already. */
const compressed = /\.(?:png|jpe?g|gif)$/i;

/** @param path inside the archive, ASCII or not */
export function zipEntry(path: string, content: Uint8Array | string): ZipEntry {
  const plain = typeof content === 'string' ? Buffer.from(content) : content;
  const isDeflated = path !== 'mimetype' && !compressed.test(path);
  const bytes = isDeflated ? deflateRawSync(plain, { level: 9 }) : plain;
  return { path, size: plain.length, crc: crc32(plain), isDeflated, bytes };
}

/** 1 January 1980, the first day that the format knows: the same entries give the same bytes. */
const day = 0x21;

/** Version 2.0 of the format, which has folders and deflate. */
const version = 20;

/** Names are UTF-8. */
const flags = 0x800;

/**
 * A ZIP archive of the entries in their order, without extra fields, and with every size before its content: a book
 * reader may read it from front to back. The libraries of npm compress in JavaScript, take nothing that is compressed
 * already, or write sizes after the content.
 */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.path);
    const common = commonHeader(entry, name.length);
    const header = Buffer.concat([numbers([4, 0x04034b50]), common, numbers([2, 0]), name]);
    files.push(header, entry.bytes);
    directory.push(
      numbers([4, 0x02014b50], [2, version]),
      common,
      // no extra field, no comment, first disk, no attributes, where the file begins
      numbers([2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      name,
    );
    offset += header.length + entry.bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...files, ...directory, end]);
}

function commonHeader({ size, crc, isDeflated, bytes }: ZipEntry, nameLength: number): Buffer {
  return numbers(
    [2, version],
    [2, flags],
    [2, isDeflated ? 8 : 0],
    [2, 0], // midnight
    [2, day],
    [4, crc],
    [4, bytes.length],
    [4, size],
    [2, nameLength],
  );
}

/** Numbers of two or four bytes, the lowest byte first. */
function numbers(...fields: readonly [bytes: 2 | 4, value: number][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}
