import type { Sources } from '../compile/check-sources.ts';
import type { Problem } from '../document/problem.ts';
import { type History, loadHistory } from './git-history.ts';
import { ledgerPath, type OpenLedger, openLedger, openLeftLedger } from './load-ledger.ts';
import { committedList, type PublishedList, publishedListPath, readPublishedList } from './published-list.ts';

/** Everything that was ever published, as the ledgers have it and as the texts say it should be. */
export interface OpenLibrary {
  /** Published essays. */
  standing: OpenLedger[];
  /** Essays of which only the ledger is left. */
  left: OpenLedger[];
  list: PublishedList;
  history: History | null;
  /** Texts and ledgers that cannot be read; nothing can be done before they are mended. */
  unreadable: Problem[];
  /** Essays at another's former address. */
  taken: Problem[];
}

/** Opens the ledger of every essay. Nothing is written. */
export async function openLibrary({ sources, left }: Sources): Promise<OpenLibrary> {
  const stored = readPublishedList();
  const listed = 'message' in stored ? [] : stored.published.keys();
  const slugs = new Set([...sources.map(({ slug }) => slug), ...left, ...listed]);
  const history = loadHistory([publishedListPath, ...[...slugs].map(ledgerPath)]);
  if ('message' in stored) {
    const none = { file: stored.file, before: '', published: new Map() };
    return { standing: [], left: [], list: none, history, unreadable: [stored], taken: [] };
  }
  const list = committedList(stored, history);
  const library: OpenLibrary = {
    standing: [],
    left: [],
    list,
    history,
    unreadable: [],
    taken: [],
  };
  for (const source of sources) {
    const read = await openLedger(source, list.published, history);
    if (read === 'draft') continue;
    if ('message' in read) library.unreadable.push(read);
    else library.standing.push(read);
  }
  for (const slug of left) {
    const read = openLeftLedger(slug, list.published, history);
    if ('message' in read) library.unreadable.push(read);
    else library.left.push(read);
  }
  library.taken.push(...takenAddresses(library));
  return library;
}

/** An address under which one essay was published may not become another's. */
function takenAddresses({ standing, left }: OpenLibrary): Problem[] {
  const bySlug = new Map(standing.map((one) => [one.source.slug, one]));
  return [...standing, ...left].flatMap(({ file, resolution: { ledger } }) =>
    ledger.formerly.flatMap((slug): Problem[] => {
      const other = bySlug.get(slug);
      if (!other) return [];
      other.resolution.faults = []; // they all come of this
      other.after = other.before;
      const message = `The essay in ${file.replace('/anchors.json', '')} was published under the slug \`${slug}\` before. Give this folder another name.`;
      return [{ file: other.source.file, line: 0, message }];
    }),
  );
}
