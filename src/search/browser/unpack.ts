/** Pagefind begins each of its files with this, packed together with the rest. */
const signature = new TextEncoder().encode('pagefind_dcd');

/**
 * The content of a file of the `pagefind` folder. A file that was cut short or is another one is no valid gzip,
 * so that what comes out is whole.
 */
export async function unpack(packed: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return unsigned(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** The same bytes without Pagefind's signature, where they have it. */
export function unsigned<Bytes extends Uint8Array>(bytes: Bytes): Uint8Array<Bytes['buffer'] & ArrayBuffer> {
  const has = signature.every((byte, place) => bytes[place] === byte);
  return new Uint8Array(bytes.subarray(has ? signature.length : 0));
}
