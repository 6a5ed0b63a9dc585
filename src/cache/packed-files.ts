/** A file by its path below some folder. */
export interface File {
  path: string;
  content: Uint8Array;
}

/** Several files as one entry of the cache: a line of JSON that names them with their sizes, then their bytes. */
export function packed(files: readonly File[]): Uint8Array {
  const list = files.map(({ path, content }) => [path, content.length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...files.map(({ content }) => content)]);
}

/** The files of such an entry. */
export function unpacked(bytes: Uint8Array): File[] {
  const end = bytes.indexOf(10);
  const list: [string, number][] = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString('utf8'));
  let at = end + 1;
  return list.map(([path, size]) => {
    const content = bytes.subarray(at, at + size);
    at += size;
    return { path, content };
  });
}
