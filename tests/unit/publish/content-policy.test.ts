import { expect, it } from 'vitest';
import { policyOf } from '../../../src/publish/content-policy.ts';
import { parsePage } from '../../../src/publish/page-tree.ts';

const policy = (body: string) => policyOf(parsePage(`<!doctype html><title>x</title>${body}`).elements);

it('names scripts and styles of the page by their hash', () => {
  expect(policy('<script>a()</script>')).toMatch(/script-src 'self' 'sha256-[^']+';/);
  expect(policy('<style>p{}</style>')).toMatch(/style-src 'self' 'sha256-[^']+';/);
});

it.each([
  '<script>a()</script>',
  '<p><svg><style>p{}</style></svg></p>',
  '<template><script>a()</script></template>',
])('does not vouch for %j in a text', (html) => {
  expect(policy(`<div class="wide prose">${html}</div>`)).not.toContain('sha256');
});
