import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { policyOf } from '../../../src/publish/content-policy.ts';
import { inlineStyles } from '../../../src/publish/inline-styles.ts';
import { htmlOf } from '../../../src/publish/page-html.ts';
import { parsePage } from '../../../src/publish/page-tree.ts';

it('puts blocking style into the page, with addresses that are right there and a hash in the policy', () => {
  const page = parsePage(
    '<!doctype html><head><meta charset="utf-8"><link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/p.css" media="print"><body><link rel="stylesheet" href="/b.css">',
  );
  const styled = inlineStyles(page, '/essays/one/', (path) => `b{background:url(/_astro/${path}.png)}\n`);
  const style = 'b{background:url(../../_astro/a.css.png)}';
  const html = htmlOf(styled);
  expect(html).toContain(`<style>${style}</style>`);
  expect(policyOf(styled.elements)).toContain(
    `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  expect(html).not.toContain('/a.css"');
  expect(html).toContain('<link rel="stylesheet" href="/p.css" media="print">');
  expect(html).toContain('<body><link rel="stylesheet" href="/b.css">');
});
