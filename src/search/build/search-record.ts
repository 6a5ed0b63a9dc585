import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { fragmentAddress } from '../../document/address.ts';
import type { Document } from '../../document/document.ts';
import { formulaText } from '../../document/formula-text.ts';
import type { Frontmatter } from '../../document/frontmatter.ts';
import { sectionContents } from '../../document/section-contents.ts';
import { abbreviationsIn, otherNames } from './abbreviations.ts';
import { indexedText, type ReplacedText, spacedText, withIndexedText } from './indexed-text.ts';
import { versionOf } from './shown-text.ts';
import { listedWords } from './word-list.ts';

/** A section as the page that Pagefind is given. */
export interface SearchRecord {
  /** The address of the section, from the site's root. */
  url: string;
  html: string;
  /** What the index has in another form than a reader shall see, in order; most records have none. */
  replaced?: ReplacedText[];
  /** Its words for the list of words, each once. */
  words: string[];
}

/** The parts of a section's text, as they are read. */
interface RecordText {
  heading: ElementContent[];
  content: ElementContent[];
  notes: ElementContent[];
}

/** What the records depend on beside the text. */
export interface RecordOptions {
  /** BCP 47 tag whose rules for endings the index uses. */
  language: string;
  /** The title of a section without a heading. */
  introduction: string;
}

/**
 * One record for each section, so that sections rank by relevance and not by their position on the page.
 * @param address of the essay's page, from the site's root
 */
export function searchRecords(
  essay: Omit<Document<Frontmatter>, 'comments'>,
  address: string,
  options: RecordOptions,
): SearchRecord[] {
  const sections = sectionContents(essay);
  const abbreviations = abbreviationsIn(sections);
  const { title, description, keywords } = essay.metadata;
  return sections.map((section) => {
    const isIntroduction = section.id === '';
    const names = [
      ...(keywords[isIntroduction ? 'introduction' : section.id] ?? []),
      ...otherNames(section, abbreviations),
      ...(isIntroduction ? [title, description] : []), // it is also found by what describes the whole essay
    ];
    const text: RecordText = {
      heading: [{ type: 'text', value: section.title || options.introduction }],
      content: readable(section.content),
      notes: readable(section.notes),
    };
    const replaced: ReplacedText[] = [];
    const weight = section.isReferences ? { dataPagefindWeight: '0.25' } : {};
    const html = toHtml(recordElement(essay.metadata, text, weight, names, options.language, replaced));
    return {
      url: isIntroduction ? address : fragmentAddress(address, section.id),
      html,
      ...(replaced.length > 0 ? { replaced } : {}),
      words: listedWords(Object.values(text).map(spacedText).join(' ')),
    };
  });
}

/**
 * Title, text, notes (whose words count half), and fields that are searched (`keywords`) or only stored for the list
 * of results and its filters (`essay`, `topic`).
 */
function recordElement(
  { title, topics }: Frontmatter,
  { heading, content, notes }: RecordText,
  weight: { dataPagefindWeight?: string },
  keywords: readonly string[],
  language: string,
  replaced: ReplacedText[],
): Element {
  const contentOf = (nodes: readonly ElementContent[]) => withIndexedText(nodes, replaced);
  const fields = [
    h('meta', { dataPagefindFilter: 'essay[content]', content: title }),
    ...topics.map((topic) => h('meta', { dataPagefindFilter: 'topic[content]', content: topic })),
    ...(keywords.length > 0
      ? [h('meta', { dataPagefindMeta: 'keywords[content]', content: indexedKeywords(keywords) })]
      : []),
  ];
  return h('html', { lang: language }, [
    h('body', [
      ...fields,
      h('h1', { dataPagefindMeta: 'title' }, contentOf(heading)),
      h('div', weight, contentOf(content.map(withId))),
      h('div', { dataPagefindWeight: '0.5' }, contentOf(notes)),
      ...versionOf(replaced),
    ]),
  ]);
}

function indexedKeywords(keywords: readonly string[]): string {
  return keywords.map((keyword) => indexedText(keyword)?.indexed ?? keyword).join(', ');
}

/** A block without an id says so, or a match in it would be attributed to the block above. */
function withId(node: ElementContent): ElementContent {
  if (node.type !== 'element' || 'id' in node.properties) return node;
  return { ...node, properties: { ...node.properties, id: '-' } };
}

/**
 * What is read, once: without the marks of notes and the links back from them, drawings, bare addresses, and what is
 * shown a second time to the eye alone. A formula is what it would be where there are only letters. A link has no id: the
 * index would put a space before it, as between blocks, and no result leads to one.
 */
function readable(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'math') return [{ type: 'text', value: formulaText(node) }];
    const { ariaHidden, role } = node.properties;
    const isMark =
      role === 'doc-noteref' || role === 'doc-backlink' || 'dataFootnoteBackref' in node.properties;
    const isAddress = node.tagName === 'a' && /^\S+\.\S+\/\S+$/.test(textOf(node));
    if (isMark || isAddress || ariaHidden === 'true' || node.tagName === 'svg') return [];
    const children = readable(node.children);
    const isCell = node.tagName === 'td' || node.tagName === 'th';
    const { id, ...withoutId } = node.properties;
    const properties = node.tagName === 'a' ? withoutId : node.properties;
    return [
      { ...node, properties, children: isCell ? [...children, { type: 'text', value: ' ' }] : children },
    ];
  });
}
