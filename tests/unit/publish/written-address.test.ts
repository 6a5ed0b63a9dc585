import { expect, it } from 'vitest';
import { waysToWrite } from '../../../src/publish/written-address.ts';

it.each([
  ['/essays/other/#b', '../other/index.mdx#b'],
  ['/essays/other/#b', '/essays/other#b'],
  ['/essays/other/pt-br/#b', '../other/index.pt-BR.mdx#b'],
  ['/essays/this/de/', './index.de.md'],
  ['/about/', '../../pages/about.md'],
])('the line of a broken link to %s is found where it is written as %s', (address, written) => {
  expect(waysToWrite(address).some((one) => written.includes(one))).toBe(true);
});
