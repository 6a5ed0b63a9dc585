import fc from 'fast-check';

/** One thing that an author does with texts and git. Numbers are taken modulo what there is. */
export type Step =
  | { what: 'write' | 'remove' | 'reword' | 'move'; at: number }
  | { what: 'commit' | 'commit-unbuilt' | 'reset' | 'clone' | 'shallow' }
  | { what: 'branch' | 'switch'; at: number }
  | {
      what: 'merge';
      at: number;
      how: '-Xours' | '-Xtheirs' | '-sours' | 'take-ours' | 'take-theirs' | 'both';
    }
  | { what: 'revert' | 'cherry-pick'; at: number; how: '-Xours' | '-Xtheirs' }
  | { what: 'rebase' | 'squash'; at: number; how: '-Xours' | '-Xtheirs' };

const at = fc.nat(100);
const side = fc.constantFrom('-Xours' as const, '-Xtheirs' as const);

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ what: fc.constantFrom('write', 'remove', 'reword', 'move'), at }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('commit', 'commit-unbuilt', 'commit') }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('reset', 'clone', 'shallow') }) },
    { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('branch', 'switch', 'switch'), at }) },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constant('merge'),
        at,
        how: fc.constantFrom('-Xours', '-Xtheirs', '-sours', 'take-ours', 'take-theirs', 'both'),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        what: fc.constantFrom('revert', 'cherry-pick', 'rebase', 'squash'),
        at,
        how: side,
      }),
    },
  ),
  { minLength: 4, maxLength: 12 },
);
