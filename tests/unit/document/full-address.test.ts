import { describe, expect, it } from 'vitest';
import { absoluteAddress, fragmentAddress } from '../../../src/document/address.ts';
import { fullAddress } from '../../../src/outputs/portable-html.ts';

const base = 'https://a.example/b/';
const page = 'https://a.example/b/essays/one/';

describe('a full address of this site has no sign at which programs end one in a text', () => {
  it.each([
    ['./report%20(1).pdf', `${page}report%20%281%29.pdf`],
    ["it's.pdf", `${page}it%27s.pdf`],
    ['/files/a(b)/', `${base}files/a%28b%29/`],
    [fragmentAddress('/essays/two/', "a(b)'"), `${base}essays/two/#a%28b%29%27`],
    ['https://other.example/Dune_(film)', 'https://other.example/Dune_(film)'],
  ])('%s', (address, full) => {
    expect(fullAddress(address, page, base)).toBe(full);
  });

  it('as a canonical link', () => {
    expect(absoluteAddress("/it's/", base)).toBe(`${base}it%27s/`);
  });
});
