import type { Element, Root, RootContent } from 'hast';
import { visit } from '../../document/visit.ts';
import { calloutKinds } from '../callout-kinds.ts';
import type { CalloutWords } from './callouts.ts';
import type { EmbedWords } from './embeds.ts';

interface Labels {
  callouts: CalloutWords;
  embed: EmbedWords;
}

/**
 * Says in the language of the text what callouts without a title and frames are called. Until here they say it in the
 * site's language: their words are part of the blocks by which ids are found again, and a text that was published
 * keeps its ids.
 */
export function labelLanguage({ from, to }: { from: Labels; to: Labels }) {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      const names = [node.properties['className']].flat().map(String);
      const kind = calloutKinds.find((one) => names.includes(`callout-${one}`));
      if (kind) replace(node.children.find(isElement), from.callouts[kind], to.callouts[kind]);
      if (node.tagName !== 'figure' || !names.includes('embed')) return;
      const frame = node.children.find((child) => isElement(child) && child.tagName === 'iframe');
      const title = frame && isElement(frame) ? String(frame.properties['title']) : '';
      visit(node, 'element', (link) => {
        if (link.tagName !== 'a') return;
        for (const host of hostsIn(node)) {
          replace(link, from.embed.show(title, host), to.embed.show(title, host));
          replace(link, from.embed.open(host), to.embed.open(host));
        }
      });
    });
  };
}

function replace(element: Element | undefined, before: string, after: string): void {
  const [text, ...others] = element?.children ?? [];
  if (text?.type === 'text' && others.length === 0 && text.value.trim() === before) text.value = after;
}

/** The hosts of all links of a figure. */
function hostsIn(figure: Element): Set<string> {
  const hosts = new Set<string>();
  visit(figure, 'element', ({ tagName, properties }) => {
    if (tagName === 'a' && URL.canParse(String(properties['href'])))
      hosts.add(new URL(String(properties['href'])).host);
  });
  return hosts;
}

function isElement(node: RootContent): node is Element {
  return node.type === 'element';
}
