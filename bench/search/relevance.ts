import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** A query with the sections that are right first answers; none where nothing may be found. */
export interface Judged {
  kind: string;
  query: string;
  right: string[];
}

const letters = z.union([z.string(), z.array(z.string())]);
const file = z.object({ sections: z.record(z.string(), z.string()) }).catchall(z.record(z.string(), letters));

/** A relevance file, by default that of the sample essay, with its letters read as the ids of sections. */
export function judgedQueries(path = join(import.meta.dirname, 'relevance.yaml')): Judged[] {
  const { sections, ...kinds } = file.parse(parse(readFileSync(path, 'utf8')));
  return Object.entries(kinds).flatMap(([kind, queries]) =>
    Object.entries(queries).map(([query, right]) => ({
      kind,
      query,
      right: [right].flat().map((letter) => {
        const id = sections[letter];
        if (id === undefined) throw new Error(`${query}: there is no section ${letter}`);
        return id;
      }),
    })),
  );
}

/** How well a way of searching answers the judged queries of one kind, or of all. */
export interface Score {
  queries: number;
  /** Share of queries whose first answer is right; for nonsense, that have none. */
  hit: number;
  /** Mean of 1 over the place of the first right answer. */
  mrr: number;
  failed: { query: string; got: string[]; right: string[] }[];
}

/** @param sectionsFor the ids of the sections that a query finds, best first */
export async function judge(
  judged: readonly Judged[],
  sectionsFor: (query: string) => Promise<string[]>,
): Promise<Score> {
  const failed: Score['failed'] = [];
  let hits = 0;
  let reciprocal = 0;
  for (const { query, right } of judged) {
    const got = await sectionsFor(query);
    const place = got.findIndex((id) => right.includes(id)) + 1;
    const isHit = right.length === 0 ? got.length === 0 : place === 1;
    hits += isHit ? 1 : 0;
    reciprocal += right.length === 0 ? (isHit ? 1 : 0) : place > 0 ? 1 / place : 0;
    if (!isHit) failed.push({ query, got: got.slice(0, 4), right });
  }
  return { queries: judged.length, hit: hits / judged.length, mrr: reciprocal / judged.length, failed };
}
