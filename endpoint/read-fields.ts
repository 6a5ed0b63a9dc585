import type { Body } from './read-body.ts';
import type { Fields } from './submission.ts';

export interface ReadFields {
  fields: Fields;
  problem: 'malformed' | 'unsupported' | null;
}

/**
 * Reads the fields of a form: form-encoded, multipart or JSON. What cannot be read becomes the comment as it came, so
 * that the reader finds the text again. A field that is there twice counts once, the first time.
 */
export async function readFields({ bytes, cut }: Body, contentType: string): Promise<ReadFields> {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  const text = () => new TextDecoder().decode(bytes);
  if (type === 'application/x-www-form-urlencoded') return read(new URLSearchParams(text()));
  if (type === 'application/json') return readJson(text());
  if (type !== 'multipart/form-data')
    return { fields: new Map([['comment', text()]]), problem: 'unsupported' };
  const whole = cut ? closed(bytes, contentType) : bytes;
  try {
    return read(await new Response(whole, { headers: { 'Content-Type': contentType } }).formData());
  } catch {
    return { fields: new Map([['comment', text()]]), problem: 'malformed' };
  }
}

function read(entries: Iterable<[string, FormDataEntryValue | string]>): ReadFields {
  const fields = new Map<string, string>();
  for (const [name, value] of entries)
    if (typeof value === 'string' && !fields.has(name)) fields.set(name, value);
  return { fields, problem: null };
}

function readJson(text: string): ReadFields {
  const fields = new Map<string, string>();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fields: new Map([['comment', text]]), problem: 'malformed' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { fields: new Map([['comment', text]]), problem: 'malformed' };
  let problem: ReadFields['problem'] = null;
  for (const [name, one] of Object.entries(value)) {
    if (typeof one === 'string' || typeof one === 'number') fields.set(name, String(one));
    else if (one !== null) problem = 'malformed';
  }
  return { fields, problem };
}

/** A multipart body that was cut off, with its end put back: what arrived can be read. */
function closed(bytes: Uint8Array<ArrayBuffer>, contentType: string): Blob {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1] ?? '';
  return new Blob([bytes, `\r\n--${boundary}--\r\n`]);
}
