import type { Cache } from '../cache/cache.ts';
import { cached } from '../cache/cached.ts';
import { parsedJson } from '../cache/cached-json.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import type { StyledCitation } from '../outputs/cite/styled-citation.ts';
import type { PublishedEssay } from '../outputs/output.ts';
import { root } from '../paths.ts';
import { site } from '../site.ts';

let version: string | undefined; // of the code that makes citations; the same for every essay

/**
 * How to cite an essay and each of its sections, from the cache where its document did not change. The engine of styles
 * is loaded only where something has to be made.
 * @param key of the document
 * @param read the document, called where it is needed
 */
export async function essayCitations(
  cache: Cache,
  key: string,
  read: () => Promise<PublishedEssay>,
): Promise<StyledCitation[]> {
  version ??= keyOf(
    codeVersion(root, ['src/outputs', 'src/document', 'src/words', 'package-lock.json']),
    JSON.stringify(site),
  );
  const bytes = await cached(cache, 'citations', keyOf(version, key), async () => {
    const { citationsOf } = await import('../outputs/cite/citation.ts');
    const { styledCitations } = await import('../outputs/cite/styled-citation.ts');
    return Buffer.from(JSON.stringify(styledCitations(citationsOf(await read(), site))));
  });
  return parsedJson(bytes);
}
