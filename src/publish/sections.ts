import type { Element, ElementContent, Root } from 'hast';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';

/** A stretch of an essay under one heading, as it stands in the built page. */
export interface PageSection {
  /** The fragment of its heading; empty for the introduction, which has none. */
  id: string;
  title: string;
  /** What stands under the heading, up to the next heading of any level. */
  content: ElementContent[];
}

/** The essay on a built page, cut at its headings, or null where the page holds none. */
export function sectionsOf(tree: Root): { title: string; language: string; sections: PageSection[] } | null {
  const article = select('article[data-essay]', tree);
  const text = article && select('.prose', article);
  const title = article && select('h1', article);
  if (!text || !title) return null;
  const sections: PageSection[] = [{ id: '', title: '', content: [] }];
  for (const node of text.children) {
    const heading = node.type === 'element' ? headingIn(node) : null;
    if (heading) sections.push({ id: String(heading.properties['id']), title: textOf(heading), content: [] });
    else sections.at(-1)?.content.push(node);
  }
  const language = select('html', tree)?.properties['lang'];
  return {
    title: textOf(title),
    language: typeof language === 'string' ? language : 'en',
    sections: sections.filter(
      (section) => section.id !== '' || section.content.some((node) => textOf(node).trim() !== ''),
    ),
  };
}

function headingIn(node: Element): Element | null {
  const first = node.children.find((child) => child.type === 'element');
  const isLine = [node.properties['className']].flat().includes('heading');
  return isLine && first && /^h[2-6]$/.test(first.tagName) ? first : null;
}
