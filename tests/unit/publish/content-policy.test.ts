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

it('lets a page with a sound or a film load it from the site, and no other page', () => {
  expect(policy('<div class="prose"><video src="a.mp4"></video></div>')).toContain("; media-src 'self';");
  expect(policy('<p>a</p>')).not.toContain('media-src');
});

it('widens the policy for frames from listed hosts alone, on the pages that have one', () => {
  const page = (host: string) =>
    policyOf(
      parsePage(
        `<div class="prose"><iframe name="frame-1"></iframe><a target="frame-1" href="https://${host}/a">x</a></div>`,
      ).elements,
      ['films.example', 'maps.example'],
    );
  expect(page('films.example')).toContain('; frame-src https://films.example;');
  expect(page('other.example')).not.toContain('frame-src');
});
