import { createHash } from 'node:crypto';
import { defaultTreeAdapter } from 'parse5';
import { site } from '../site.ts';
import { attributeOf, type Element, elementNamed, newElement, type PageTree, textOf } from './page-tree.ts';

/**
 * Writes the content security policy of a page into the page itself, before anything that it governs, because
 * some hosts send no headers of ours. Every inline script and style of the engine and of components is named by its
 * hash; what stands in an essay's text is not.
 * `frame-ancestors`, `report-uri` and `sandbox` do not work in a page and are left to headers.
 */
export function contentPolicy(page: PageTree): void {
  const head = elementNamed(page, 'head');
  const meta = newElement('meta', {
    'http-equiv': 'Content-Security-Policy',
    content: policyOf(page.elements),
  });
  const charset = head.childNodes.findIndex(
    (node) => 'tagName' in node && attributeOf(node, 'charset') !== undefined,
  );
  const next = head.childNodes[charset + 1];
  if (next) defaultTreeAdapter.insertBefore(head, meta, next);
  else defaultTreeAdapter.appendChild(head, meta);
}

/**
 * The policy of one page. Trusted Types let exactly one thing through: the search worker's own address.
 * @param embeds hosts that the site's configuration lists: a page may show those of which it has a frame
 */
export function policyOf(
  all: readonly Element[],
  embeds: readonly string[] | undefined = site.embeds,
): string {
  const hasMedia = all.some(({ tagName }) => tagName === 'audio' || tagName === 'video');
  const frames = framesIn(all, embeds);
  const elements = all.filter((one) => !isInText(one));
  const scripts = ["'self'", ...hashes(elements.filter(isInlineScript))].join(' ');
  const styles = ["'self'", ...hashes(elements.filter(({ tagName }) => tagName === 'style'))].join(' ');
  const comments = commentSources(elements);
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self'",
    ...(hasMedia ? ["media-src 'self'"] : []),
    "font-src 'self'",
    ["connect-src 'self'", ...comments.connect].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    ["form-action 'self'", ...comments.form].join(' '),
    ...sources('frame-src', [...comments.frame, ...frames]),
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/**
 * What comments need of other sites, on a page that has their form or a discussion: the form's own target and no
 * other, and the frame of the discussion.
 */
function commentSources(elements: readonly Element[]): Record<'form' | 'connect' | 'frame', string[]> {
  const form = elements.find((one) => attributeOf(one, 'id') === 'leave-a-comment' && one.tagName === 'form');
  const action = form ? (attributeOf(form, 'action') ?? '') : '';
  const { protocol, origin } = new URL(action, 'https://this.invalid');
  const isOutside = /^[a-z]+:/i.test(action);
  const target = isOutside ? [protocol === 'mailto:' ? protocol : origin] : [];
  const isPosted = form !== undefined && attributeOf(form, 'method') === 'post' && protocol !== 'mailto:';
  const hasDiscussion = elements.some(({ tagName }) => tagName === 'comment-discussion');
  return {
    form: target,
    connect: isPosted ? target : [],
    frame: hasDiscussion ? ['https://giscus.app'] : [],
  };
}

/** Sources of the policy for the hosts from which frames can be shown. */
export function frameSources(embeds: readonly string[] | undefined): string[] {
  return (embeds ?? []).map((host) => `https://${host}`);
}

/** The hosts of the links that load a frame, of those that are listed. */
function framesIn(all: readonly Element[], embeds: readonly string[] | undefined): string[] {
  const allowed = frameSources(embeds);
  const asked = all.flatMap((one) => {
    const address =
      one.tagName === 'a' && attributeOf(one, 'target')?.startsWith('frame-') && attributeOf(one, 'href');
    return address && URL.canParse(address) ? [new URL(address).origin] : [];
  });
  return allowed.filter((source) => asked.includes(source));
}

function sources(directive: string, list: readonly string[]): string[] {
  return list.length > 0 ? [[directive, ...list].join(' ')] : [];
}

/** True for what stands in the text of an essay or a page, or in a template, where code would not be ours. */
export function isInText(element: Element): boolean {
  for (let one: Element['parentNode'] = element.parentNode; one; ) {
    if (!('attrs' in one)) return one.nodeName === '#document-fragment';
    if (attributeOf(one, 'class')?.split(' ').includes('prose')) return true;
    one = one.parentNode;
  }
  return false;
}

export function isInlineScript(element: Element): boolean {
  if (element.tagName !== 'script' || attributeOf(element, 'src') !== undefined) return false;
  return ['', 'module', 'text/javascript'].includes(attributeOf(element, 'type') ?? '');
}

function hashes(elements: readonly Element[]): Set<string> {
  return new Set(
    elements.map((one) => `'sha256-${createHash('sha256').update(textOf(one)).digest('base64')}'`),
  );
}
