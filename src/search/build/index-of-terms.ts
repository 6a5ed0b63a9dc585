import type { IndexEntry, IndexLetter } from '../../document/index-of-terms.ts';
import type { TermInEssay } from './index-terms.ts';

/** Sections listed for one term of one essay at most: a term of every section leads nowhere. */
const mostSections = 6;

/** The index of terms of all essays, A to Z. @param essays in the order in which a term lists them */
export function indexOfTerms(
  essays: Iterable<{ slug: string; title: string; language: string; terms: readonly TermInEssay[] }>,
): IndexLetter[] {
  const entries = new Map<string, IndexEntry>();
  for (const { slug, title, language, terms } of essays)
    for (const { term, sections } of terms) {
      if (sections.length > mostSections) continue;
      const key = sortKey(term);
      const entry = entries.get(key) ?? { term, essays: [] };
      entry.essays.push({ slug, title, language, sections });
      entries.set(key, entry);
    }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const byLetter = Map.groupBy(sorted, ([key]) => (key[0] ?? '').toUpperCase());
  return [...byLetter].map(([letter, list]) => ({ letter, entries: list.map(([, entry]) => entry) }));
}

/** Letters and digits alone decide the order, without an article at the beginning. */
function sortKey(term: string): string {
  return term
    .normalize('NFD')
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, '')
    .replaceAll(/[^\p{L}\p{N} ]/gu, '');
}
