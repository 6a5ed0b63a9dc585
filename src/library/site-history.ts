import { toHtml } from 'hast-util-to-html';
import { gitObjects } from '../anchors/git.ts';
import { textCommits } from '../anchors/text-commits.ts';
import type { Cache } from '../cache/cache.ts';
import { parsedJson } from '../cache/cached-json.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { textParser } from '../compile/parse-text.ts';
import { sectionDaysAddress } from '../document/address.ts';
import { defaultHistory } from '../document/history-setting.ts';
import type { MadeFile } from '../document/made-file.ts';
import { type Problem, problem } from '../document/problem.ts';
import { contentFolder, pathFromRoot, root } from '../paths.ts';
import { site } from '../site.ts';
import { format, formatDate, words } from '../words/words.ts';
import { cachedHistory } from './cached-history.ts';
import type { Library } from './compile-library.ts';
import { type EssayHistory, essayHistory, idsOf, type ShownEssay } from './essay-history.ts';
import { type EssayWithCommits, type OldTexts, type ReadObjects, versionsOf } from './old-texts.ts';
import { settingsOfTexts, wordsOfTexts } from './site-compiler.ts';

/** What the history in git says of the essays of the site. */
export interface SiteHistory {
  /** By slug, the essays that were changed since they were published, with the key of their list of versions in the cache. */
  essays: ReadonlyMap<string, EssayHistory & { key: string }>;
  /** Slugs of essays of which something would be shown and nothing is known. */
  unknown: ReadonlySet<string>;
  files: MadeFile[];
  warnings: Problem[];
}

/** What is said where there is no history. */
export const noHistory: SiteHistory = { essays: new Map(), unknown: new Set(), files: [], warnings: [] };

/** Sources that decide what is read in an old text. */
const readingCode = [
  'src/anchors',
  'src/compile',
  'src/document',
  'src/words',
  'src/library/old-texts.ts',
  'package-lock.json',
];

/** Sources that decide what is said of it. */
const shownCode = [...readingCode, 'src/history', 'src/library/essay-history.ts'];

/** Old texts that are in memory at the same time. */
const mostTexts = 1000;

/** An essay whose history is shown, and the key of that in the cache. */
interface KeyedEssay extends ShownEssay, EssayWithCommits {
  key: string;
}

/**
 * Reads from the commits of the current branch what changed in each essay, and when. Nothing is said of a version that
 * was not public or that only the working copy has, and nothing in a shallow clone.
 */
export async function siteHistory(cache: Cache, { essays, ledgers }: Library): Promise<SiteHistory> {
  const bySlug = new Map(ledgers.current.map(({ source, resolution }) => [source.slug, resolution.ledger]));
  const shown = essays.flatMap((text): ShownEssay[] => {
    const setting = text.metadata.history ?? site.history ?? defaultHistory;
    const anchors = bySlug.get(text.slug)?.anchors ?? [];
    const retired = anchors.filter((anchor) => anchor.retired !== undefined);
    return setting === 'off' ? [] : [{ text, setting, withheld: new Set(retired.map(({ id }) => id)) }];
  });
  if (shown.length === 0) return noHistory;
  const commits = textCommits(cachedHistory(cache, 'text-commits'));
  if (commits === 'none') return noHistory;
  if (commits === 'shallow') {
    const file = pathFromRoot(contentFolder);
    const unknown = new Set(shown.map(({ text }) => text.slug));
    return { ...noHistory, unknown, warnings: [problem('history/shallow', {}, { file })] };
  }
  const version = keyOf(codeVersion(root, shownCode), ...settingsOfTexts());
  const keyed = shown.map((one): KeyedEssay => {
    const { text, setting, withheld } = one;
    const { slug, file, path, metadata } = text;
    const former = bySlug.get(slug)?.previousSlugs ?? [];
    const own = commits.of([slug, ...former.toReversed()]);
    const parts = [
      own,
      setting,
      slug,
      file,
      metadata.language,
      [...withheld],
      [...idsOf(text)],
      text.sections,
    ];
    const key = keyOf(version, JSON.stringify(parts));
    return { ...one, slug, file, path, language: site.language, commits: own, key };
  });
  const reading = keyOf(codeVersion(root, readingCode), ...settingsOfTexts());
  await makeMissing(cache, keyed, reading);
  const found = keyed.flatMap(({ slug, key }) => {
    const history: EssayHistory | null = jsonOf(cache.getKept('history', key));
    return history ? [{ slug, ...history, key }] : [];
  });
  return {
    ...noHistory,
    essays: new Map(found.map(({ slug, ...history }) => [slug, history])),
    files: found.map(sectionsFile),
  };
}

/** Makes what the cache does not have, a part of the library at a time. */
async function makeMissing(cache: Cache, essays: readonly KeyedEssay[], reading: string): Promise<void> {
  const parse = textParser(wordsOfTexts, site.language, site.embeds ?? []);
  const textsKey = (slug: string) => keyOf(reading, slug);
  const missing = essays.filter(({ slug, key }) => {
    const isTextKept = cache.keep('old-texts', textsKey(slug));
    return !(cache.keep('history', key) && cache.keep('history-html', key) && isTextKept);
  });
  while (missing.length > 0) {
    const part: { essay: KeyedEssay; before: OldTexts | null }[] = [];
    const names = new Set<string>();
    while (missing.length > 0 && names.size < mostTexts) {
      const essay = missing.shift();
      if (!essay) break;
      const before: OldTexts | null = jsonOf(cache.get('old-texts', textsKey(essay.slug)));
      for (const { text, ledger } of essay.commits)
        if (!before?.facts[text]) for (const name of [text, ledger]) if (name !== null) names.add(name);
      part.push({ essay, before });
    }
    const read = objectReader([...names]);
    for (const { essay, before } of part) {
      const { versions, known } = await versionsOf(essay, before, read, parse);
      const made = essayHistory(essay, versions);
      cache.put('old-texts', textsKey(essay.slug), Buffer.from(JSON.stringify(known)));
      cache.put('history', essay.key, Buffer.from(JSON.stringify(made?.facts ?? null)));
      cache.put('history-html', essay.key, Buffer.from(made ? toHtml(made.tree) : ''));
    }
  }
}

/** Reads many objects at once, and others when they are asked for. */
function objectReader(names: readonly string[]): ReadObjects {
  const known = new Map<string, string>();
  const load = (some: readonly string[]) => {
    const objects = some.length === 0 ? [] : gitObjects(some);
    some.forEach((name, index) => void known.set(name, objects[index]?.text ?? ''));
  };
  load(names);
  return (some) => {
    load([...new Set(some)].filter((name) => !known.has(name)));
    return new Map(some.map((name) => [name, known.get(name) ?? '']));
  };
}

/** The days of the last changes, with the sentences that a returning reader reads. */
function sectionsFile({ slug, sections }: EssayHistory & { slug: string }): MadeFile {
  const list = sections.map(({ id, day }) => ({
    id,
    day,
    text: format(words.history.since, { date: formatDate(day) }),
  }));
  return { path: sectionDaysAddress(slug).slice(1), content: Buffer.from(`${JSON.stringify(list)}\n`) };
}

function jsonOf(bytes: Uint8Array | null) {
  return bytes && parsedJson(bytes);
}
