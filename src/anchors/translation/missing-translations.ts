import { dirname, join } from 'node:path';
import { essayAddress } from '../../document/address.ts';
import { type Problem, problem } from '../../document/problem.ts';
import { translationSlug } from '../../document/slug.ts';
import { pathFromRoot } from '../../paths.ts';
import type { LedgerState } from '../load-ledger.ts';
import type { LedgerStates } from '../load-ledgers.ts';
import { publishedLanguages } from './published-languages.ts';
import { readRecord, recordPath } from './record-file.ts';
import type { RecordOfTranslation, TranslationText } from './translation-text.ts';

/**
 * Published translations that have no text, or one that is a draft, and do not lead to their originals; and records of
 * translations that nobody has seen and that have no text.
 */
export function missingTranslations(states: LedgerStates): Problem[] {
  const { unreadable, hasAllTexts, translations, records, list, current } = states;
  if (unreadable.length > 0 || !hasAllTexts) return []; // a text that cannot be read may be the missing one
  const published = publishedTranslations(states);
  const isPublished = (slug: string) => published.some((one) => one.slug === slug);
  const hasText = new Set(translations.map(slugOf));
  const lines = list.storedText.split('\n');
  const missing = published
    .filter(
      ({ slug, essay, language }) => !hasText.has(slug) && !leadsToOriginal(essay.source.slug, language),
    )
    .map(({ essay, language, slug }) => {
      const address = essayAddress(slug);
      const at = lines.findLastIndex((text) => text.includes(`${JSON.stringify(essay.source.slug)}: [`));
      return problem(
        'translation/missing',
        { title: essay.title, language, address, solutions: solutions(essay, language, states) },
        { file: list.file, line: at + 1 },
      );
    });
  const drafts = translations
    .filter((text) => text.metadata.draft && isPublished(slugOf(text)))
    .map((text) => {
      const line = text.text.split('\n').findIndex((one) => one.startsWith('draft:')) + 1;
      const [translation, original] = [essayAddress(slugOf(text)), essayAddress(text.original)];
      return problem('translation/published-draft', { translation, original }, { file: text.file, line });
    });
  const known = new Set(current.map(({ source }) => source.slug)); // what belongs to a removed essay is kept with it
  const alone = records
    .filter(({ original }) => known.has(original))
    .filter((one) => !hasText.has(slugOf(one)) && !isPublished(slugOf(one)))
    .filter(({ original, language }) => !leadsToOriginal(original, language))
    .map(({ file, language }) => problem('translation/record-without-text', { language }, { file }));
  return [...missing, ...drafts, ...alone];
}

/** A translation that others may have seen, of an essay that has a text. */
interface PublishedTranslation {
  slug: string;
  essay: LedgerState;
  language: string;
}

/** Every translation that was published at an address of an essay, one time each. */
function publishedTranslations(states: LedgerStates): PublishedTranslation[] {
  return states.current.flatMap((essay) =>
    publishedLanguages(essay, states).map((language) => ({
      slug: translationSlug(essay.source.slug, language),
      essay,
      language,
    })),
  );
}

/** One line that can be copied for each solution. */
function solutions({ source: { slug } }: LedgerState, language: string, { history }: LedgerStates): string {
  const folder = dirname(recordPath(slug, language));
  const tags = [...new Set([language.toLowerCase(), language])];
  const names = tags.flatMap((tag) => [`index.${tag}.mdx`, `index.${tag}.md`]);
  const found = names.flatMap((name) => {
    const last = history?.last(join(folder, name));
    return last ? [`git checkout ${last.commit} -- ${pathFromRoot(join(folder, name))}`] : [];
  });
  const restore = found[0] ?? `put the text back, as ${pathFromRoot(join(folder, names[0] ?? ''))}`;
  const [translation, original] = [essayAddress(translationSlug(slug, language)), essayAddress(slug)];
  return `  restore     ${restore}\n  redirect    npm run anchors -- redirect ${translation} ${original}`;
}

function slugOf(one: RecordOfTranslation | TranslationText): string {
  return translationSlug(one.original, 'metadata' in one ? one.metadata.language : one.language);
}

/** True where the record says that the translation was removed. One that cannot be read says nothing. */
function leadsToOriginal(slug: string, language: string): boolean {
  const read = readRecord(slug, language);
  return 'record' in read && read.record.to === 'original';
}
