/** Every file that Pagefind writes begins with this signature, inside the gzip. */
const signature = new TextEncoder().encode('pagefind_dcd');

/**
 * Decompresses a file of the `pagefind` folder.
 * @throws if the bytes are not a complete gzip file
 */
export async function unpack(gzip: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'));
  return withoutSignature(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Returns a copy of the bytes without Pagefind's signature. Not every file has it. */
export function withoutSignature<Bytes extends Uint8Array>(
  bytes: Bytes,
): Uint8Array<Bytes['buffer'] & ArrayBuffer> {
  const isSigned = signature.every((byte, index) => bytes[index] === byte);
  return new Uint8Array(bytes.subarray(isSigned ? signature.length : 0));
}
