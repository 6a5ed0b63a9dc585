import type { FormerAddress } from '../anchors/former-address.ts';
import type { Cache } from '../cache/cache.ts';
import { cachedJson } from '../cache/cached-json.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { essayLink } from '../document/essay-link.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import { type Mention, type Mentioned, mentionsIn } from '../document/mention.ts';
import { root } from '../paths.ts';
import type { CompiledText } from './text-compiler.ts';

/** Sources that decide what a mention is. An essay's key stands for the rest. */
const mentionCode = ['src/document', 'package-lock.json'];

/**
 * Where essays are mentioned in other published essays, by the slug of the one that is mentioned, in the order of the
 * list. The tree of an essay is read only where the essay has changed and links to another one.
 * @param essays newest first
 * @param former a link to a previous address of an essay is one to the essay
 */
export function mentionsByEssay(
  essays: readonly CompiledText<Frontmatter>[],
  former: readonly FormerAddress[],
  { cache, base }: { cache: Cache; base: string },
): Record<string, Mentioned[]> {
  const version = codeVersion(root, mentionCode);
  const current = new Map([
    ...former.flatMap(({ slug, essay }): [string, string][] => (essay ? [[slug, essay.slug]] : [])),
    ...essays.map(({ slug }): [string, string] => [slug, slug]),
  ]);
  const found: Record<string, Mentioned[]> = {};
  for (const essay of essays) {
    const { slug, metadata, links, key } = essay;
    const isToAnother = ({ address }: { address: string }) => {
      const to = essayLink(address, slug, base)?.slug ?? slug;
      return to !== slug && current.has(to);
    };
    if (!links.some(isToAnother)) continue;
    const mentioned = new Set([slug]); // an essay is not mentioned in itself, by a previous address either
    for (const { to, ...mention } of ofEssay(essay, keyOf(version, base, key), cache, base)) {
      const target = current.get(to);
      if (target === undefined || mentioned.has(target)) continue;
      mentioned.add(target);
      found[target] ??= [];
      found[target].push({ ...mention, slug, title: metadata.title, language: metadata.language });
    }
  }
  return found;
}

function ofEssay(essay: CompiledText<Frontmatter>, key: string, cache: Cache, base: string): Mention[] {
  return cachedJson(cache, 'mentions', key, () => mentionsIn({ ...essay, body: essay.body() }, base));
}
