import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dictionary, listedWords, openDictionary } from '../compile/dictionary.ts';
import { proseHints, withoutSkippedLevels } from '../compile/prose-hints.ts';
import { textLanguage } from '../compile/text-language.ts';
import { contentFolder, essaysFolder, pagesFolder, pathFromRoot } from '../paths.ts';
import { site } from '../site.ts';
import { counted } from './progress.ts';

/**
 * Prints what in the texts may be worth another look. It is advice and never stops anything; errors are what a build
 * reports. Words that are right, and in no dictionary, stand in `content/spelling.txt`, one a line.
 * @param fixes true to write what can be corrected without a decision: headings that skip a level
 */
export async function checkProse(fixes: boolean): Promise<void> {
  const list = join(contentFolder, 'spelling.txt');
  const own = existsSync(list) ? listedWords(readFileSync(list, 'utf8')) : new Set<string>();
  const dictionaries = new Map<string, Promise<Dictionary | null>>();
  const dictionaryIn = (language: string) => {
    const dictionary = dictionaries.get(language) ?? openDictionary(language, own);
    dictionaries.set(language, dictionary);
    return dictionary;
  };
  let hints = 0;
  let unknown = 0;
  for (const path of [...textsIn(essaysFolder), ...textsIn(pagesFolder)]) {
    const format = path.endsWith('.mdx') ? 'mdx' : 'md';
    let text = readFileSync(path, 'utf8');
    const fixed = fixes ? withoutSkippedLevels(text, format) : text;
    if (fixed !== text) {
      writeFileSync(path, fixed);
      text = fixed;
      console.log(`${pathFromRoot(path)}: levels of headings corrected`);
    }
    const dictionary = await dictionaryIn(textLanguage(text, site.language));
    for (const { line, advice, isSpelling } of proseHints(text, format, dictionary)) {
      hints += 1;
      if (isSpelling) unknown += 1;
      console.log(`${pathFromRoot(path)}:${line}: hint: ${advice}`);
    }
  }
  if (hints > 0) console.log(`${counted(hints, 'hint')}. They stop nothing.`);
  if (unknown > 0) console.log(`Words that are right go into ${pathFromRoot(list)}, one a line.`);
}

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name) && !/(?:^|[\\/])comments[\\/]/.test(name))
    .sort()
    .map((name) => join(folder, name));
}
