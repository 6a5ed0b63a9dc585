import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { BuiltSite } from './built-site.ts';

/**
 * Writes each page's content security policy into the page itself, before anything that it governs, because
 * some hosts send no headers of ours. Every inline script is vouched for by its hash and nothing else is.
 * `frame-ancestors`, `report-uri` and `sandbox` do not work in a page and are left to headers.
 */
export function contentPolicy(site: BuiltSite): void {
  for (const page of site.pages) {
    const head = select('head', page.tree);
    if (!head) throw new Error(`${page.path} has no head.`);
    const charset = head.children.findIndex(
      (node) => node.type === 'element' && 'charSet' in node.properties,
    );
    head.children.splice(
      charset + 1,
      0,
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policyOf(page.tree) }),
    );
  }
}

/** The policy of one page. Trusted Types let exactly one thing through: the search worker's own address. */
export function policyOf(tree: Root): string {
  const scripts = ["'self'", ...hashes(tree, 'script')].join(' ');
  const styles = ["'self'", ...hashes(tree, 'style')].join(' ');
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

function hashes(tree: Root, name: 'script' | 'style'): string[] {
  const found = new Set<string>();
  visit(tree, 'element', (element) => {
    if (element.tagName !== name || 'src' in element.properties) return;
    const { type } = element.properties;
    if (name === 'script' && type !== undefined && type !== 'module' && type !== 'text/javascript') return;
    found.add(`'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`);
  });
  return [...found];
}
