/** The largest form that is accepted, in bytes: 10,000 characters of a comment at nine bytes each, as a form sends Chinese, and the rest. */
export const largestBody = 128 * 1024;

/** Of a form that is too large, so much is kept to show the reader the text again, in bytes. */
const largestKept = 1024 * 1024;

/** So much is read before the answer, since a browser shows no answer to a form it is still sending, in bytes. */
const largestRead = 16 * 1024 * 1024;

export interface Body {
  bytes: Uint8Array<ArrayBuffer>;
  state: 'whole' | 'too-large' | 'too-slow' | 'broken';
  /** True where `bytes` is only the beginning of what the reader sent. */
  cut: boolean;
}

/** Reads the body of a request. @param time how long it may take, in milliseconds */
export async function readBody(stream: ReadableStream<Uint8Array> | null, time: number): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let state: Body['state'] = 'whole';
  const deadline = Promise.withResolvers<'too-slow'>();
  const timer = setTimeout(() => deadline.resolve('too-slow'), time);
  const reader = stream?.getReader();
  try {
    while (reader && length < largestRead) {
      const part = await Promise.race([reader.read(), deadline.promise]);
      if (part === 'too-slow') {
        state = part;
        break;
      }
      if (part.done) break;
      if (length < largestKept) chunks.push(part.value);
      length += part.value.byteLength;
    }
  } catch {
    state = 'broken';
  } finally {
    clearTimeout(timer);
  }
  // The stream is not cancelled: that would close the connection before the answer is sent.
  const bytes = joined(chunks, Math.min(length, largestKept));
  if (state === 'whole' && length > largestBody) state = 'too-large';
  return { bytes, state, cut: bytes.byteLength < length || state === 'too-slow' || state === 'broken' };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, length - at);
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
