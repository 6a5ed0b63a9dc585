import fc from 'fast-check';
import type { Node } from 'unist';
import { type VisitorResult, visit as visitOfLibrary } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { SKIP, visit } from '../../../src/document/visit.ts';

interface Tree extends Node {
  id: number;
  children?: Tree[];
}

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record(
    {
      type: fc.constantFrom('a', 'b', 'c'),
      id: fc.nat(),
      children: fc.array(tie('tree'), { maxLength: 4, depthIdentifier: 'tree' }),
    },
    { requiredKeys: ['type', 'id'] },
  ),
})).tree;

/** What a visitor does at a node: what it returns, and whether it first takes the node out or puts another before it. */
const acts = fc.array(
  fc.record({
    result: fc.constantFrom('nothing', 'nothing', 'nothing', SKIP, 'end', 'position', 'skip to position'),
    change: fc.constantFrom('none', 'none', 'none', 'remove', 'insert', 'empty', 'replace'),
  }),
  { minLength: 1, maxLength: 30 },
);

it('visits the nodes that the library visits, in its order, whatever a visitor returns or changes', () => {
  const types = fc.constantFrom<(string | string[] | null)[]>('a', ['a', 'b'], ['c'], null);
  fc.assert(
    fc.property(tree, types, acts, (root, meant, all) => {
      const [ours, theirs] = [structuredClone(root), structuredClone(root)];
      const [seen, expected] = [visitor(all), visitor(all)];
      if (meant === null) {
        visit(ours, seen.visit);
        visitOfLibrary(theirs, expected.visit);
      } else {
        visit(ours, meant, seen.visit);
        visitOfLibrary(theirs, meant, expected.visit);
      }
      expect(seen.log).toEqual(expected.log);
      expect(ours).toEqual(theirs);
    }),
    { numRuns: 1000, seed: 20261127 },
  );
});

function visitor(acts: readonly { result: string; change: string }[]) {
  const log: unknown[] = [];
  return {
    log,
    visit(node: Node, index: number | undefined, parent: Tree | undefined): VisitorResult {
      const act = acts[log.length % acts.length];
      log.push([node.type, 'id' in node && node.id, index, parent?.id]);
      if (log.length > 200) return false; // an inserted node may be visited again for ever
      if (act?.change === 'remove' && index !== undefined) parent?.children?.splice(index, 1);
      if (act?.change === 'insert' && index !== undefined)
        parent?.children?.splice(index, 0, { type: 'a', id: -1 });
      if (act?.change === 'empty' && 'children' in node) node.children = [];
      if (act?.change === 'replace' && parent?.children)
        parent.children = parent.children.filter((_, at) => at !== index);
      if (act?.result === SKIP) return SKIP;
      if (act?.result === 'end') return false;
      if (act?.result === 'position') return (index ?? 0) + (log.length % 2);
      return act?.result === 'skip to position' ? [SKIP, (index ?? 0) + 2] : undefined;
    },
  };
}
