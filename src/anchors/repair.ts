import { existsSync, readdirSync } from 'node:fs';
import { essaysFolder, pathFromRoot } from '../paths.ts';
import type { FileWrites } from './change-essay.ts';
import { CommandError } from './command-error.ts';
import { withCommitted } from './committed-ledger.ts';
import { gitObjects, gitPath } from './git.ts';
import { type Anchor, type Ledger, ledgerText, parseAnchor, parseLedger } from './ledger.ts';
import { ledgerPath, readText } from './ledger-file.ts';
import { ledgerLines } from './ledger-lines.ts';
import { type PublishedEssay, parsePublished, publishedText } from './published-essays.ts';
import { publishedListPath } from './published-list.ts';
import { brokenRecords, mergedRecord } from './translation/repaired-record.ts';

/** The versions of a file that git could not merge, and the one from which both began; empty where git has none. */
interface Sides {
  base: string;
  ours: string;
  theirs: string;
}

/**
 * Repairs ledgers, the records of translations and the list of published essays that cannot be read after a merge: with the lines of a conflict in
 * them, with an id twice because two machines added the same text, or without a comma. Nothing that either side has is
 * left out.
 * @throws CommandError where a file has no lines that can be read
 */
export function repairedFiles(): FileWrites {
  const slugs = readdirSync(essaysFolder).filter((slug) => existsSync(ledgerPath(slug)));
  const broken = slugs.filter((slug) => 'message' in parseLedger(readText(ledgerPath(slug))));
  const list = readText(publishedListPath);
  const isListBroken = list !== '' && 'message' in parsePublished(list);
  const records = brokenRecords();
  const paths = [...broken.map(ledgerPath), ...records, ...(isListBroken ? [publishedListPath] : [])];
  const stages = gitObjects(paths.flatMap((path) => [1, 2, 3].map((stage) => `:${stage}:${gitPath(path)}`)));
  const sides = paths.map((path, index): Sides => {
    const [base = '', ours = '', theirs = ''] = stages
      .slice(index * 3, index * 3 + 3)
      .map((one) => one?.text ?? '');
    return { base, ours: ours || readText(path), theirs: theirs || readText(path) };
  });
  return new Map(
    paths.map((path, index): [string, string] => {
      const { base, ours, theirs } = sides[index] ?? { base: '', ours: '', theirs: '' };
      if (records.includes(path)) return [pathFromRoot(path), mergedRecord(path, ours, theirs)];
      const isList = path === publishedListPath;
      const text = isList ? mergedList(ours, theirs) : mergedLedger(base, ours, theirs);
      const isRepaired = isList ? !('message' in parsePublished(text)) : ledgerLines(ours).slug !== '';
      const file = pathFromRoot(path);
      if (isRepaired) return [file, text];
      throw new CommandError(
        `${file} cannot be repaired. Restore it from your last commit: git checkout HEAD -- ${file}`,
      );
    }),
  );
}

/** The union of two versions of a ledger. Where both changed the same anchor, that of `ours` stays. */
export function mergedLedger(base: string, ours: string, theirs: string): string {
  const before = ledgerLines(base).anchors;
  const [own, other] = [looseLedger(ours), looseLedger(theirs)];
  const [ownLines, otherLines] = [ledgerLines(ours).anchors, ledgerLines(theirs).anchors];
  const changed = new Map(other.anchors.map((anchor) => [anchor.id, anchor]));
  const whole = withCommitted(own, other);
  const anchors = whole.anchors.map((anchor): Anchor => {
    const theirsNow = changed.get(anchor.id);
    if (!theirsNow) return anchor;
    const isOnlyTheirs = before.has(anchor.id) && before.get(anchor.id) === ownLines.get(anchor.id);
    const isUnknown = !before.has(anchor.id) && otherLines.get(anchor.id) !== ownLines.get(anchor.id);
    // without a common version, a text that one side still has is looked for again
    const isGone = anchor.to !== undefined || anchor.retired !== undefined;
    return isOnlyTheirs || (isUnknown && isGone) ? theirsNow : anchor;
  });
  const slugs = [...own.previousSlugs, ...other.previousSlugs, other.slug];
  const previousSlugs = [...new Set(slugs)].filter((slug) => slug !== own.slug).sort();
  return ledgerText({ ...whole, previousSlugs, anchors });
}

/** What the lines of a ledger say, those of both sides of a conflict too. */
function looseLedger(text: string): Ledger {
  const { slug, anchors, comments } = ledgerLines(text);
  const formerly = [...text.matchAll(/^ *"formerly": *(\[[^\]]*\])/gm)].flatMap(([, list = '[]']) =>
    strings(list),
  );
  const top = (name: string) =>
    strings(`[${new RegExp(`^ {2}"${name}": *("(?:[^"\\\\]|\\\\.)*")`, 'm').exec(text)?.[1] ?? ''}]`)[0];
  const [title, to, retired] = [top('title'), top('to'), top('retired')];
  return {
    version: 1,
    slug,
    previousSlugs: [...new Set(formerly)].filter((one) => one !== slug).sort(),
    ...(title === undefined ? {} : { title }),
    ...(to === undefined ? {} : { to }),
    ...(retired === undefined || to !== undefined ? {} : { retired }),
    ...(comments.size > 0 ? { comments: [...comments].sort() } : {}),
    anchors: [...anchors].map(([id, json]) => parseAnchor(id, json)),
  };
}

function strings(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The union of two versions of the list, with all languages of each essay; the greater number of ids. */
function mergedList(...sides: readonly string[]): string {
  const essays = new Map<string, PublishedEssay>();
  for (const side of sides)
    for (const [, slug = '', value = ''] of side.matchAll(
      /^ {4}"([a-z0-9-]+)": *("(?:[^"\\]|\\.)*"|\d+|\[[^\]]*\]),?\r?$/gm,
    )) {
      const { title, ids, translations } = essays.get(slug) ?? { title: '', ids: 0, translations: [] };
      const isTitle = value.startsWith('"');
      const languages = value.startsWith('[') ? strings(value) : [];
      essays.set(slug, {
        title: isTitle && title === '' ? (strings(`[${value}]`)[0] ?? '') : title,
        ids: /^\d/.test(value) ? Math.max(ids, Number(value)) : ids,
        translations: [...new Set([...translations, ...languages])].sort(),
      });
    }
  return publishedText(essays);
}
