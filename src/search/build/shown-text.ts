import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { ReplacedText } from './indexed-text.ts';

/** Pagefind begins each of its files with this, compressed together with the rest. */
const signature = 'pagefind_dcd';

/** The part of a fragment, Pagefind's file of a record, that is read or changed here. */
interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
  anchors: { id: string }[];
}

const versionPrefix = 'shown-';

/**
 * An element whose id depends on what is shown. Pagefind names a file by what it holds, so that without it a file
 * would keep its name, and a browser its copy, when only the shown text changes.
 */
export function versionOf(replaced: readonly ReplacedText[]): Element[] {
  if (replaced.length === 0) return [];
  const hash = createHash('sha256').update(JSON.stringify(replaced)).digest('hex').slice(0, 12);
  return [h('span', { id: versionPrefix + hash })];
}

/** @param content bytes of a fragment */
export function readFragment(content: Uint8Array): Fragment {
  return JSON.parse(gunzipSync(content).subarray(signature.length).toString('utf8'));
}

/**
 * A fragment in which a reader sees the text as it stands, in place of its form for the index.
 * @throws Error where the fragment does not have the text of the record
 */
export function shownFragment(fragment: Fragment, replaced: readonly ReplacedText[]): Uint8Array {
  let rest = fragment.content;
  let content = '';
  for (const { indexed, shown } of replaced) {
    const start = positionOfBlock(rest, indexed);
    if (start < 0)
      throw new Error(`The search index changed the text of ${fragment.url}: ${shown.slice(0, 80)}`);
    content += rest.slice(0, start) + shown;
    rest = rest.slice(start + indexed.length);
    // Pagefind ends every block with a stop, because it knows those of few scripts
    if (/[\p{P}]$/u.test(shown)) rest = rest.replace(/^\.(?=\s|$)/, '');
  }
  const [title] = replaced;
  const meta =
    fragment.meta['title'] === title?.indexed
      ? { ...fragment.meta, title: title?.shown ?? '' }
      : fragment.meta;
  const anchors = fragment.anchors.filter(({ id }) => !id.startsWith(versionPrefix));
  const text = JSON.stringify({ ...fragment, content: content + rest, meta, anchors });
  return gzipSync(signature + text, { level: 9 });
}

/** Where a text stands with nothing but spaces or Pagefind's stop around it; -1 where it does not. */
function positionOfBlock(content: string, block: string): number {
  for (let start = content.indexOf(block); start >= 0; start = content.indexOf(block, start + 1)) {
    const after = content.slice(start + block.length, start + block.length + 1);
    if ((start === 0 || content[start - 1] === ' ') && /^[ .]?$/.test(after)) return start;
  }
  return -1;
}
