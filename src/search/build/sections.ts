import type { Element, ElementContent, Root, RootContent } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { type SearchFacts, searchFactsSchema } from '../../document/search-facts.ts';

/** A stretch of an essay under one heading, as it stands in the built page. */
export interface PageSection {
  /** The fragment of its heading; empty for the introduction, which has none. */
  id: string;
  title: string;
  /** What stands under the heading, up to the next heading of any level. */
  content: ElementContent[];
  /** The notes that it calls first, as they stand in the list at the end of the essay. */
  notes: Element[];
  /** Words that an author has given the section, under which readers may look for it. */
  keywords: string[];
  /** True for a list of references, whose words say little of what the essay is about. */
  isList: boolean;
}

/** An essay as its built page shows it. */
export interface PageEssay {
  title: string;
  description: string;
  language: string;
  facts: SearchFacts;
  sections: PageSection[];
}

/**
 * The essay on a built page, cut at its headings, or null where the page holds none. A note is part of the
 * section that calls it, as it is to a reader.
 */
export function sectionsOf(tree: Root): PageEssay | null {
  const article = select('article[data-essay]', tree);
  const text = article && select('.prose', article);
  const title = article && select('h1', article);
  if (!text || !title) return null;
  const facts = searchFactsSchema.parse(JSON.parse(String(article.properties['dataEssay'] || '{}')));
  const sections: PageSection[] = [section('', '', facts.keywords['introduction'] ?? [])];
  for (const node of text.children.flatMap(opened)) {
    const heading = node.type === 'element' ? headingIn(node) : null;
    if (heading) {
      const id = String(heading.properties['id']);
      sections.push(section(id, textOf(heading), facts.keywords[id] ?? [], isInList(id, text)));
    } else sections.at(-1)?.content.push(node);
  }
  giveNotes(sections);
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

function section(id: string, title: string, keywords: string[], isList = false): PageSection {
  return { id, title, content: [], notes: [], keywords, isList };
}

/** Moves each note from the list at the end, which stays as it is on the page, to the first section that calls it. */
function giveNotes(sections: readonly PageSection[]): void {
  const callers = new Map<string, PageSection>();
  for (const one of sections)
    for (const mark of selectAll('a[data-footnote-ref]', { type: 'root', children: one.content })) {
      const id = decodeURIComponent(String(mark.properties['href'])).slice(1);
      if (!callers.has(id)) callers.set(id, one);
    }
  const stays = (note: ElementContent) => {
    const caller = note.type === 'element' && callers.get(String(note.properties['id']));
    if (!caller) return true;
    caller.notes.push(note);
    return false;
  };
  for (const one of sections)
    one.content = one.content.map((node) =>
      node.type === 'element' && node.tagName === 'ol'
        ? { ...node, children: node.children.filter(stays) }
        : node,
    );
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

function isInList(id: string, text: Element): boolean {
  return select(`[role=doc-bibliography] [id="${id}"]`, text) !== undefined;
}
