import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { site } from '../../site.ts';
import { words } from '../../words/words.ts';
import type { PageEssay, PageSection } from './sections.ts';

/**
 * A section as the page that Pagefind is given: its title, its text, its notes, whose words count half, and
 * fields that are searched (`keywords`) or only kept for the list of results and its filters (`essay`, `topic`).
 */
export function searchRecord(essay: PageEssay, section: PageSection, keywords: readonly string[]): Element {
  const fields = [
    h('meta', { dataPagefindFilter: 'essay[content]', content: essay.title }),
    ...essay.facts.topics.map((topic) => h('meta', { dataPagefindFilter: 'topic[content]', content: topic })),
    ...(keywords.length > 0
      ? [h('meta', { dataPagefindMeta: 'keywords[content]', content: keywords.join(', ') })]
      : []),
  ];
  return h('html', { lang: site.language }, [
    h('body', [
      ...fields,
      h('h1', { dataPagefindMeta: 'title' }, section.title || words.search.introduction),
      h('div', section.isList ? { dataPagefindWeight: '0.25' } : {}, readable(section.content).map(named)),
      h('div', { dataPagefindWeight: '0.5' }, readable(section.notes)),
    ]),
  ]);
}

/** A block without an id says so, or what stands in it would be looked for at the block above. */
function named(node: ElementContent): ElementContent {
  if (node.type !== 'element' || 'id' in node.properties) return node;
  return { ...node, properties: { ...node.properties, id: '-' } };
}

/**
 * What is read, once: without the marks of notes and the ways back from them, drawings, bare addresses, and what is
 * shown a second time to the eye alone.
 */
function readable(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const { ariaHidden, role } = node.properties;
    const isMark =
      role === 'doc-noteref' || role === 'doc-backlink' || 'dataFootnoteBackref' in node.properties;
    const isAddress = node.tagName === 'a' && /^\S+\.\S+\/\S+$/.test(textOf(node));
    if (isMark || isAddress || ariaHidden === 'true' || node.tagName === 'svg') return [];
    const children = readable(node.children);
    const isCell = node.tagName === 'td' || node.tagName === 'th';
    return [{ ...node, children: isCell ? [...children, { type: 'text', value: ' ' }] : children }];
  });
}
