import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeProblem } from '../document/code-problem.ts';
import { AuthorError, type Position, type Problem, problem } from '../document/problem.ts';
import { loadCode } from '../owner-code/load-code.ts';
import { pathFromRoot } from '../paths.ts';
import { en } from './languages/en.ts';
import { readTexts } from './read-texts.ts';
import type { TextTree } from './texts.ts';

/** Texts by language. */
export type Languages = ReadonlyMap<string, TextTree>;

/**
 * The languages that come with the site: each file of a folder is named by its language tag and exports its
 * texts as `words`. English is not among them, since every language is laid over it.
 * @throws AuthorError where a text has no use or lacks a placeholder
 */
export async function loadLanguages(folder: string): Promise<Languages> {
  const languages = new Map<string, TextTree>();
  for (const name of readdirSync(folder).sort()) {
    const tag = name.replace(/\.ts$/, '');
    if (tag === 'en') continue;
    const file = join(folder, name);
    const { texts, problems } = readTexts(en, await exportedWords(file), [], positionIn(file));
    if (problems.length > 0) throw new AuthorError(problems);
    languages.set(tag, texts);
  }
  return languages;
}

/**
 * The texts of `content/words.ts`, by language; none where there is no such file.
 * @param version another one for each time that the file is read by the same process
 * @throws AuthorError where a text has no use or lacks a placeholder, and where the code of the file cannot be run
 */
export async function loadOwnWords(file: string, version = ''): Promise<Languages> {
  const languages = new Map<string, TextTree>();
  if (!existsSync(file)) return languages;
  const positionOf = positionIn(file);
  const found = await exportedWords(file, version);
  if (typeof found !== 'object' || found === null)
    throw new AuthorError([problem('words/no-export', {}, positionOf([]))]);
  const problems: Problem[] = [];
  for (const [language, value] of Object.entries(found)) {
    if (!isTag(language)) {
      problems.push(problem('words/invalid-language', { language }, positionOf([language])));
      continue;
    }
    const read = readTexts(en, value, [language], positionOf);
    problems.push(...read.problems);
    languages.set(new Intl.Locale(language).toString(), read.texts);
  }
  if (problems.length > 0) throw new AuthorError(problems);
  return languages;
}

async function exportedWords(file: string, version = ''): Promise<unknown> {
  try {
    return (await loadCode(file, version))['words'];
  } catch (error) {
    throw new AuthorError([codeProblem(error, file, pathFromRoot(file))]);
  }
}

function isTag(language: string): boolean {
  try {
    return Boolean(new Intl.Locale(language));
  } catch {
    return false;
  }
}

/** Finds the keys of a path in a file, one after the other; the whole file where one is not written as a key. */
function positionIn(file: string): (path: readonly string[]) => Position {
  const text = readFileSync(file, 'utf8');
  const shown = pathFromRoot(file);
  return (path) => {
    let end = text.search(/\bexport\b/);
    let start = -1;
    for (const key of path) {
      const found = new RegExp(`(?<![\\w$-])['"]?${RegExp.escape(key)}['"]?\\s*:`).exec(text.slice(end));
      if (!found) return { file: shown };
      start = end + found.index;
      end = start + found[0].length;
    }
    if (start < 0) return { file: shown };
    const before = text.slice(0, start).split('\n');
    return { file: shown, line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
}
