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
  /** How much a word counts here beside the same word in the text: notes say less, lists of references least. */
  weight: 1 | 0.5 | 0.25;
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
  const sections: PageSection[] = [section('', '', facts.keywords['introduction'] ?? [], 1)];
  for (const node of text.children.flatMap(opened)) {
    const heading = node.type === 'element' ? headingIn(node) : null;
    if (heading) {
      const id = String(heading.properties['id']);
      sections.push(section(id, textOf(heading), facts.keywords[id] ?? [], weightOf(id, text)));
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

function section(id: string, title: string, keywords: string[], weight: PageSection['weight']): PageSection {
  return { id, title, content: [], keywords, weight };
}

/** What stands between the headings, wherever the page has wrapped them in elements of its own. */
function opened(node: RootContent): ElementContent[] {
  if (node.type === 'doctype') return [];
  if (node.type !== 'element' || headingIn(node) || !select('h2, h3, h4, h5, h6', node)) return [node];
  return node.children.flatMap(opened);
}

/** A heading in its line with the § link, or one that stands alone with an id. */
function headingIn(node: Element): Element | null {
  const isLine = [node.properties['className']].flat().includes('heading');
  const inside = isLine ? node.children.find((child) => child.type === 'element') : node;
  return inside && /^h[2-6]$/.test(inside.tagName) && 'id' in inside.properties ? inside : null;
}

function weightOf(id: string, text: Element): PageSection['weight'] {
  const inside = (part: string) => select(`${part} [id="${id}"]`, text) !== undefined;
  if (inside('[role=doc-bibliography]')) return 0.25;
  return inside('[data-footnotes]') ? 0.5 : 1;
}
