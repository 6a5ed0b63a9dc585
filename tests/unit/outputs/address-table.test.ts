import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { addressTable, isAbout } from '../../../src/outputs/address-table.ts';
import { emittedAddresses } from '../../../src/outputs/outputs.ts';

it('the table of addresses is the one in addresses.md (after a change: `node src/commands/addresses.ts`)', () => {
  expect(readFileSync('src/outputs/addresses.md', 'utf8')).toContain(`\n\n${addressTable()}\n`);
});

it('has every address once, and a sentence about each', () => {
  const all = emittedAddresses.map(({ address }) => address);
  expect(all.filter((address, index) => all.indexOf(address) !== index)).toEqual([]);
  for (const { address, what } of emittedAddresses) {
    expect(address).toMatch(/^\//);
    expect(what).toMatch(/^\p{Lu}.*[.)]$/u);
  }
});

it('knows which row is about an address', () => {
  const row = (address: string) => ({ address, what: '' });
  expect(isAbout(row('/essays/<slug>/'), '/essays/one/')).toBe(true);
  expect(isAbout(row('/essays/<slug>/'), '/essays/one/two/')).toBe(false);
  expect(isAbout(row('/essays/<slug>/index.md'), '/essays/one/indexXmd')).toBe(false);
  expect(isAbout(row('/topics/<topic>/'), '/topics/coasts/2/')).toBe(true);
});
