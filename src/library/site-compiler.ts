import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import { localeFor } from '../document/locale.ts';
import { contentFolder, root } from '../paths.ts';
import { site } from '../site.ts';
import { compileWords } from '../words/compile-words.ts';
import { languageIn, wordsIn } from '../words/words.ts';
import { type TextCompiler, textCompiler } from './text-compiler.ts';

/** Sources that decide what a document is and how the cache keeps it. */
const documentCode = [
  'src/comments',
  'src/compile',
  'src/document',
  'src/words',
  'src/library/text-compiler.ts',
  'package-lock.json',
];

/**
 * The compiler of this site's texts: with its configuration and its interface texts.
 * @param content absolute path of the folder in which the texts lie
 */
export function siteCompiler(cache: Cache, content: string = contentFolder): TextCompiler {
  const version = keyOf(codeVersion(root, documentCode), ...settingsOfTexts());
  return textCompiler({
    cache,
    version,
    words: wordsOfTexts,
    siteLanguage: site.language,
    citations: site.citations,
    embeds: site.embeds ?? [],
    content,
  });
}

/** The texts that are written into an essay in a language. */
export function wordsOfTexts(language: string) {
  return compileWords(wordsIn(language), localeFor(languageIn(language), site));
}

/** The files by which an owner changes what every document is, as bytes. */
export function settingsOfTexts(): Uint8Array[] {
  return ['site.ts', 'words.ts']
    .map((name) => join(contentFolder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file));
}
