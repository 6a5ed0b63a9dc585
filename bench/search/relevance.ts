import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** A query with the sections that are right as the first result; none if nothing should be found. */
export interface JudgedQuery {
  kind: string;
  query: string;
  right: string[];
}

const letters = z.union([z.string(), z.array(z.string())]);
const file = z.object({ sections: z.record(z.string(), z.string()) }).catchall(z.record(z.string(), letters));

/** A relevance file, by default that of the sample essay, with its letters read as the ids of sections. */
export function judgedQueries(path = join(import.meta.dirname, 'relevance.yaml')): JudgedQuery[] {
  const { sections, ...kinds } = file.parse(parse(readFileSync(path, 'utf8')));
  return Object.entries(kinds).flatMap(([kind, queries]) =>
    Object.entries(queries).map(([query, right]) => ({
      kind,
      query,
      right: [right].flat().map((letter) => {
        const id = sections[letter];
        if (id === undefined) throw new Error(`${query}: section ${letter} is not defined`);
        return id;
      }),
    })),
  );
}

/** The quality of a search. */
export interface Score {
  queries: number;
  /** Share of queries whose first result is right, or that rightly have no result. */
  hitRate: number;
  /** Mean reciprocal rank: the mean of 1 / rank of the first right result. */
  mrr: number;
  failed: { query: string; found: string[]; right: string[] }[];
}

/** @param sectionsFor returns the ids of the sections that a query finds, best first */
export async function judge(
  judged: readonly JudgedQuery[],
  sectionsFor: (query: string) => Promise<string[]>,
): Promise<Score> {
  const failed: Score['failed'] = [];
  let hits = 0;
  let reciprocal = 0;
  for (const { query, right } of judged) {
    const found = await sectionsFor(query);
    const rank = found.findIndex((id) => right.includes(id)) + 1;
    const isHit = right.length === 0 ? found.length === 0 : rank === 1;
    hits += isHit ? 1 : 0;
    reciprocal += right.length === 0 ? (isHit ? 1 : 0) : rank > 0 ? 1 / rank : 0;
    if (!isHit) failed.push({ query, found: found.slice(0, 4), right });
  }
  return { queries: judged.length, hitRate: hits / judged.length, mrr: reciprocal / judged.length, failed };
}
