import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { MadeFile } from '../../publish/built-site.ts';

/**
 * Numbers the fragments of a Pagefind index. Pagefind calls each by seven figures of a hash, which no packing
 * makes smaller: at 7,000 sections half of the table of contents that every search fetches first. The new names
 * are as long, so that the table stays what it is: a number, and before it as much as there is room for of one hash
 * of the whole index, so that no name is used again for another text.
 * @param files of the index: `contents.pf_meta`, and fragments under the names that it has for them
 */
export function withNumberedFragments(files: readonly MadeFile[]): MadeFile[] {
  const table = files.find(({ path }) => path === 'contents.pf_meta');
  if (!table) return [...files];
  const known = new Set(files.flatMap(({ path }) => /^fragment\/([^.]+)/.exec(path)?.[1] ?? []));
  const language = /^.*_/.exec([...known][0] ?? '')?.[0] ?? '';
  const digits = known.size.toString(36).length;
  const hash = BigInt(`0x${createHash('sha256').update(table.content).digest('hex')}`).toString(36);
  const names = new Map<string, string>();
  const text = gunzipSync(table.content).toString('latin1'); // each byte is a letter, and comes back as it was
  // seven figures, or more where two hashes begin alike; what follows a name in the table is never a figure
  const numbered = text.replaceAll(RegExp(`${language}[0-9a-f]{7,}`, 'g'), (name) => {
    if (!known.has(name)) return name;
    const number = names.size.toString(36).padStart(digits, '0');
    const made = language + hash.slice(0, name.length - language.length - digits) + number;
    names.set(name, made);
    return made;
  });
  if (names.size !== known.size) throw new Error('Pagefind’s table of contents does not name every fragment');
  return files.map((file) => {
    if (file === table)
      return { ...file, content: gzipSync(Buffer.from(numbered, 'latin1'), { level: 9, memLevel: 9 }) };
    const name = /^fragment\/([^.]+)/.exec(file.path)?.[1];
    return name ? { ...file, path: `fragment/${names.get(name)}.pf_fragment` } : file;
  });
}
