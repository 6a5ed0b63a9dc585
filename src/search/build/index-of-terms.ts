import type { Element } from 'hast';
import { select } from 'hast-util-select';
import { h } from 'hastscript';
import { placeAddress } from '../../document/address.ts';
import type { Problem } from '../../document/problem.ts';
import type { BuiltPage, BuiltSite } from '../../publish/built-site.ts';
import { words } from '../../words/words.ts';
import { termsOf } from './index-terms.ts';
import { type PageEssay, sectionsOf } from './sections.ts';

/** Sections listed for one term of one essay at most: a term of every page leads nowhere. */
const most = 6;

interface Entry {
  term: string;
  places: { page: BuiltPage; essay: PageEssay; sections: { id: string; title: string }[] }[];
}

/**
 * Writes the index of terms, A to Z, into the page that holds its place, and takes off the pages what only the
 * search needed. Keywords for a section that is not there are reported.
 */
export function bookIndex(site: BuiltSite): Problem[] {
  const problems: Problem[] = [];
  const entries = new Map<string, Entry>();
  for (const page of site.pages) {
    const essay = sectionsOf(page.tree);
    if (!essay) continue;
    problems.push(...lostKeywords(page, essay));
    for (const { term, sections } of termsOf(essay)) {
      if (sections.length > most) continue;
      const entry = entries.get(sortKey(term)) ?? { term, places: [] };
      entry.places.push({ page, essay, sections });
      entries.set(sortKey(term), entry);
    }
    const article = select('article[data-essay]', page.tree);
    if (article) article.properties['dataEssay'] = '';
  }
  for (const page of site.pages) {
    const place = select('[data-book-index]', page.tree);
    if (!place) continue;
    delete place.properties['dataBookIndex'];
    place.children = letters([...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry));
  }
  return problems;
}

function letters(entries: readonly Entry[]): Element[] {
  const byLetter = new Map<string, Entry[]>();
  for (const entry of entries) {
    const letter = (sortKey(entry.term)[0] ?? '').toUpperCase();
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), entry]);
  }
  return [...byLetter].map(([letter, list]) =>
    h('section', [
      h('h2', letter),
      h(
        'ul',
        list.map(({ term, places }) =>
          h('li', [h('b', term), ...places.flatMap((place) => links(place, entries))]),
        ),
      ),
    ]),
  );
}

/** `Databricks, Markets close around a few, Notes`; where there are several essays, each with its title. */
function links(
  { page, essay, sections }: Entry['places'][number],
  entries: readonly Entry[],
): (Element | string)[] {
  const several = entries.some((entry) => entry.places.some((place) => place.page !== page));
  const made = sections.flatMap(({ id, title }): (Element | string)[] => [
    ', ',
    h('a', { href: id ? placeAddress(page.address, id) : page.address }, title || words.search.introduction),
  ]);
  return several ? ['; ', h('i', essay.title), ...made] : made;
}

/** Letters and figures alone decide the order, without an article at the beginning. */
function sortKey(term: string): string {
  return term
    .normalize('NFD')
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, '')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '');
}

function lostKeywords(page: BuiltPage, essay: PageEssay): Problem[] {
  const ids = ['introduction', ...essay.sections.map((section) => section.id).filter((id) => id !== '')];
  return Object.keys(essay.facts.keywords)
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      file: page.path,
      line: 0,
      message: `\`keywords\` names the section \`${id}\`, which is not there. The sections are: ${ids.join(', ')}.`,
    }));
}
