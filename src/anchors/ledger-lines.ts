import { anchorRecord, parseLedger } from './ledger.ts';

/** What the lines of a ledger's file say, without a check: much faster than `parseLedger`, and for old versions too. */
export interface LedgerLines {
  slug: string;
  /** Each anchor as JSON, by id, in order. */
  anchors: ReadonlyMap<string, string>;
  comments: ReadonlySet<string>;
}

const anchorLine = /^ *(\{"id":("(?:[^"\\]|\\.)*").*\}),?\r?$/gm;
const commentLine = /^ *"(comment-[a-z0-9-]+)",?\r?$/gm;

/** Reads the lines of a ledger as `ledgerText` writes them; any other form is parsed. */
export function ledgerLines(text: string): LedgerLines {
  const anchors = new Map<string, string>();
  for (const [, json = '', id = '""'] of text.matchAll(anchorLine)) {
    const name: unknown = JSON.parse(id);
    if (typeof name === 'string') anchors.set(name, json);
  }
  const comments = new Set([...text.matchAll(commentLine)].map(([, id = '']) => id));
  const slug = /^ *"slug": *"([^"]*)"/m.exec(text)?.[1] ?? '';
  if (anchors.size > 0 || text === '') return { slug, anchors, comments };
  const ledger = parseLedger(text);
  if ('message' in ledger) return { slug, anchors, comments };
  const parsed = ledger.anchors.map((one): [string, string] => [one.id, JSON.stringify(anchorRecord(one))]);
  return { slug: ledger.slug, anchors: new Map(parsed), comments: new Set(ledger.comments) };
}
