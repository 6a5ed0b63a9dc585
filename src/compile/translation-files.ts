import { canonicalTag } from '../document/fields.ts';
import { type Problem, problem } from '../document/problem.ts';

/** A file beside an essay that is its translation. */
export interface TranslationFile {
  /** Its name in the folder of the essay. */
  name: string;
  /** BCP 47 tag in its canonical form, from the name. */
  language: string;
}

/** Whether a name is that of a translation of the essay in the same folder: `index.de.mdx`. */
export function isTranslationName(name: string): boolean {
  return /^index\.[^.]+\.mdx?$/i.test(name);
}

/**
 * The translations of an essay, by the names of the files beside it.
 * @param names of all files in its folder
 * @param shown the path of a file for messages
 * @param original the language of the essay; null where it is not known
 */
export function translationFiles(
  names: readonly string[],
  shown: (name: string) => string,
  original: string | null,
): { files: TranslationFile[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const files: TranslationFile[] = [];
  for (const name of names.filter(isTranslationName)) {
    const tag = name.split('.')[1] ?? '';
    const file = shown(name);
    const language = knownLanguage(tag);
    const other = files.find((one) => one.language === language);
    if (language === null) problems.push(problem('translation/unknown-language', { tag }, { file }));
    else if (other)
      problems.push(problem('translation/two-files', { language, other: shown(other.name) }, { file }));
    else if (language === original)
      problems.push(problem('translation/same-language', { language }, { file }));
    else files.push({ name, language });
  }
  return { files, problems };
}

/** A translation whose frontmatter names another language than its file's name does. */
export function otherLanguage(
  { file, text, metadata }: { file: string; text: string; metadata: { language: string } },
  language: string,
): Problem[] {
  if (metadata.language === language) return [];
  const line = text.split('\n').findIndex((one) => one.startsWith('language:')) + 1;
  return [problem('translation/other-language', { language, found: metadata.language }, { file, line })];
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The canonical form of a tag whose language is known by name; null for any other. */
function knownLanguage(tag: string): string | null {
  const language = canonicalTag(tag);
  return language === null || names.of(new Intl.Locale(language).language) === undefined ? null : language;
}
