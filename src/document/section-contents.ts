import type { Element, ElementContent } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import type { Document } from './document.ts';
import { headingName } from './heading-name.ts';
import { textForm } from './text-form.ts';

/** The id of the heading of the list of notes. */
const notesId = 'footnote-label';

/** What is under one heading of a text. */
export interface SectionContent {
  /** The fragment of its heading; empty for the introduction, which has none. */
  id: string;
  title: string;
  /** What is under the heading, up to the next heading of any level. */
  content: ElementContent[];
  /** The notes that it calls first, as they are in the list at the end of the text. */
  notes: Element[];
  /** True for the list of references. */
  isReferences: boolean;
}

/**
 * A text cut at its headings. A note is part of the section that calls it, as it is to a reader. An introduction
 * without a word is left out, as is the list of notes when all of them are parts of sections.
 */
export function sectionContents({ body }: Pick<Document<unknown>, 'body'>): SectionContent[] {
  const sections: SectionContent[] = [emptySection('', '', false)];
  const headings = new Map<SectionContent, Element>();
  const add = (node: ElementContent, inReferences: boolean) => {
    if (node.type !== 'element') {
      sections.at(-1)?.content.push(node);
      return;
    }
    const heading = headingIn(node);
    const isReferences = inReferences || node.properties['role'] === 'doc-bibliography';
    if (heading) {
      const section = emptySection(String(heading.properties['id']), headingName(heading), isReferences);
      sections.push(section);
      headings.set(section, heading);
    } else if (select('h2, h3, h4, h5, h6', node))
      for (const child of node.children) add(child, isReferences);
    else sections.at(-1)?.content.push(node);
  };
  for (const node of textForm(body)) add(node, false);
  giveNotes(sections, headings);
  return sections.filter(
    ({ id, content }) => (id !== '' && id !== notesId) || content.some((node) => textOf(node).trim() !== ''),
  );
}

function emptySection(id: string, title: string, isReferences: boolean): SectionContent {
  return { id, title, content: [], notes: [], isReferences };
}

/** Moves each note from the list at the end to the first section that calls it. */
function giveNotes(
  sections: readonly SectionContent[],
  headings: ReadonlyMap<SectionContent, Element>,
): void {
  const callers = new Map<string, SectionContent>();
  for (const section of sections) {
    const heading = headings.get(section);
    const children = heading ? [heading, ...section.content] : section.content;
    for (const mark of selectAll('a[data-footnote-ref]', { type: 'root', children })) {
      const id = decodeURIComponent(String(mark.properties['href'])).slice(1);
      if (!callers.has(id)) callers.set(id, section);
    }
  }
  if (callers.size === 0) return;
  const isUncalled = (note: ElementContent) => {
    const caller = note.type === 'element' && callers.get(String(note.properties['id']));
    if (!caller) return true;
    caller.notes.push(note);
    return false;
  };
  for (const section of sections)
    section.content = section.content.map((node) =>
      node.type === 'element' && node.tagName === 'ol'
        ? { ...node, children: node.children.filter(isUncalled) }
        : node,
    );
}

/** A heading in its line with the § link, or one without a link, with an id. */
function headingIn(node: Element): Element | null {
  const isLine = [node.properties['className']].flat().includes('heading');
  const inside = isLine ? node.children.find((child) => child.type === 'element') : node;
  return inside && /^h[2-6]$/.test(inside.tagName) && 'id' in inside.properties ? inside : null;
}
