import type { Element, ElementContent, Root, RootContent } from 'hast';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { type SearchFacts, searchFactsSchema } from '../essay/search-facts.ts';

/** A stretch of an essay under one heading, as it stands in the built page. */
export interface PageSection {
  /** The fragment of its heading; empty for the introduction, which has none. */
  id: string;
  title: string;
  /** What stands under the heading, up to the next heading of any level. */
  content: ElementContent[];
  /** Words that an author has given the section, under which readers may look for it. */
  keywords: string[];
  /** True for the notes, which say less about the subject than the text they belong to. */
  notes: boolean;
}

/** An essay as its built page shows it. */
export interface PageEssay {
  title: string;
  description: string;
  language: string;
  facts: SearchFacts;
  sections: PageSection[];
}

/** The essay on a built page, cut at its headings, or null where the page holds none. */
export function sectionsOf(tree: Root): PageEssay | null {
  const article = select('article[data-essay]', tree);
  const text = article && select('.prose', article);
  const title = article && select('h1', article);
  if (!text || !title) return null;
  const facts = searchFactsSchema.parse(JSON.parse(String(article.properties['dataEssay'] || '{}')));
  const sections: PageSection[] = [section('', '', facts.keywords['introduction'] ?? [], false)];
  for (const node of text.children.flatMap(opened)) {
    const heading = node.type === 'element' ? headingIn(node) : null;
    if (heading) {
      const id = String(heading.properties['id']);
      sections.push(section(id, textOf(heading), facts.keywords[id] ?? [], isNotes(heading)));
    } else sections.at(-1)?.content.push(node);
  }
  const language = select('html', tree)?.properties['lang'];
  const description = select('meta[name=description]', tree)?.properties['content'];
  return {
    title: textOf(title),
    description: typeof description === 'string' ? description : '',
    language: typeof language === 'string' ? language : 'en',
    facts,
    sections: sections.filter(
      (one) => one.id !== '' || one.content.some((node) => textOf(node).trim() !== ''),
    ),
  };
}

function section(id: string, title: string, keywords: string[], notes: boolean): PageSection {
  return { id, title, content: [], keywords, notes };
}

/** The notes stand in a section element of their own, whose heading begins a section like any other. */
function opened(node: RootContent): ElementContent[] {
  if (node.type === 'doctype') return [];
  if (node.type === 'element' && 'dataFootnotes' in node.properties) return node.children;
  return [node];
}

/** A heading in its line with the § link, or one that stands alone with an id. */
function headingIn(node: Element): Element | null {
  const isLine = [node.properties['className']].flat().includes('heading');
  const inside = isLine ? node.children.find((child) => child.type === 'element') : node;
  return inside && /^h[2-6]$/.test(inside.tagName) && 'id' in inside.properties ? inside : null;
}

function isNotes(heading: Element): boolean {
  return heading.properties['id'] === 'footnote-label';
}
