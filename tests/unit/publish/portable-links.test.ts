import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeTo } from '../../../src/publish/portable-links.ts';

const name = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
const folder = fc
  .array(name, { maxLength: 4 })
  .map((parts) => `/${parts.map((part) => `${part}/`).join('')}`);

describe('relativeTo', () => {
  it('leads to the same page as the address, under any base', () => {
    fc.assert(
      fc.property(
        folder,
        folder,
        fc.constantFrom('', 'x.css', 'x.css?y', '#z', 'a.html#b?c'),
        folder,
        (page, target, rest, base) => {
          const at = new URL(base.slice(0, -1) + page, 'https://a.example/');
          expect(new URL(relativeTo(page, target + rest), at).pathname).toBe(
            new URL(base.slice(0, -1) + target + rest, at).pathname,
          );
          expect(new URL(relativeTo(page, target + rest), at).hash).toBe(new URL(target + rest, at).hash);
        },
      ),
    );
  });

  it('leads there also from a page without its slash, where the site begins at the server’s root', () => {
    fc.assert(
      fc.property(folder, folder, (page, target) => {
        const at = new URL(page.replace(/(.)\/$/, '$1'), 'https://a.example/');
        expect(new URL(relativeTo(page, target), at).pathname).toBe(target);
      }),
    );
  });
});
