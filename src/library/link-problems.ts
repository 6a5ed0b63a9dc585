import type { Sources } from '../compile/read-sources.ts';
import { essayAddress } from '../document/address.ts';
import { decodedComponent } from '../document/decoded.ts';
import { nearest } from '../document/nearest.ts';
import { type Problem, problem } from '../document/problem.ts';
import { visit } from '../document/visit.ts';
import type { Library } from './compile-library.ts';

/**
 * Links between texts that lead nowhere, for a site whose pages cannot be made because of other mistakes: all are then
 * named at once. Where pages are made, every link on them is checked (`check-links.ts`).
 */
export function linkProblems(library: Library, sources: Sources): Problem[] {
  const texts = [...library.essays, ...library.pages];
  const pages = new Map<string, Set<string>>();
  const idsOf = new Map(
    texts.map((text) => {
      const ids = new Set<string>();
      visit(text.body(), 'element', ({ properties: { id } }) => {
        if (typeof id === 'string') ids.add(id);
      });
      return [text, ids];
    }),
  );
  for (const essay of library.essays) pages.set(essayAddress(essay.slug), idsOf.get(essay) ?? new Set());
  const others = [...sources.unfinished, ...library.formerAddresses].map(({ slug }) => essayAddress(slug));
  const broken = sources.problems.map(({ file }) => essayAddress(file.split('/').at(-2) ?? ''));
  const known = new Set([...pages.keys(), ...others, ...broken]);
  return texts.flatMap((text) => {
    const own = idsOf.get(text) ?? new Set<string>();
    return text.links.flatMap(({ address, line }): Problem[] => {
      const [, path = '', fragment = ''] = /^(\/essays\/[^/?#]+\/)?(?:#(.*))?$/.exec(address) ?? [];
      const at = { file: text.file, line };
      if (path !== '' && !known.has(path)) {
        const values = { address, path: `${path.slice(1)}index.html` };
        return [problem('link/missing-page', values, at, nearest(path, [...known]))];
      }
      const ids = path === '' ? own : pages.get(path);
      const id = decodedComponent(fragment);
      if (id === '' || !ids || ids.has(id)) return [];
      const near = nearest(id, [...ids]);
      const values = { address, path: path || text.file, ids: near ?? 'none' };
      return [problem('link/missing-fragment', values, at, near && `#${near}`)];
    });
  });
}
