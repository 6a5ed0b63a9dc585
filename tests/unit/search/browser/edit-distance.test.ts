import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../../src/search/browser/edit-distance.ts';

describe('the edit distance', () => {
  it.each([
    ['databriks', 'databricks'],
    ['xonsolidation', 'consolidation'],
    ['wdiening', 'widening'],
    ['resiliant', 'resilient'],
    ['falacey', 'fallacy'],
    ['infrastracture', 'infrastructure'],
    ['irelevent', 'irrelevance'],
  ])('accepts %s as a misspelling of %s', (typed, word) => {
    expect(editDistance(typed, word)).not.toBeNull();
  });

  it.each([
    ['cats', 'cuts'],
    ['elephant', 'elegant'],
    ['web2', 'web3'],
    ['tiger', 'paper'],
    ['bread', 'read'],
    ['component', 'composing'],
  ])('does not accept %s as a misspelling of %s', (typed, word) => {
    expect(editDistance(typed, word)).toBeNull();
  });
});
