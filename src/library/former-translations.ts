import type { CurrentEssay, FormerAddress, FormerFragment } from '../anchors/former-address.ts';
import type { LedgerStates } from '../anchors/load-ledgers.ts';
import { readRecord } from '../anchors/translation/record-file.ts';
import type { TranslationRecord } from '../anchors/translation/translation-record.ts';
import { essayAddress, fragmentAddress } from '../document/address.ts';
import { translationSlug } from '../document/slug.ts';
import type { CompiledTranslation } from './compile-translations.ts';

/** What is known of the texts of the site. */
interface Texts {
  ledgers: Pick<LedgerStates, 'current' | 'list'>;
  /** Former addresses of essays. */
  formerAddresses: readonly FormerAddress[];
  /** Essays that are shown. */
  essays: readonly CurrentEssay[];
  translations: readonly CompiledTranslation[];
}

/**
 * The addresses at which a translation was published and where none is today: those of renamed, redirected and retired
 * essays with the language, and those of translations that were removed. A fragment leads to the same paragraph in the same
 * language, or else in the original.
 */
export function formerTranslations({
  ledgers: { current, list },
  formerAddresses,
  essays,
  translations,
}: Texts): FormerAddress[] {
  const shown = new Map(translations.map((one) => [one.slug, one]));
  const languages = (slug: string) => list.published.get(slug)?.translations ?? [];
  const ofFormer = formerAddresses.flatMap((former) =>
    languages(former.slug).map((language) => {
      const { essay, slug } = former;
      const now = essay && shown.get(translationSlug(essay.slug, language));
      if (now) return toTranslation(former, now, language);
      const record = recordOf(slug, language) ?? recordOf(essay?.slug ?? slug, language);
      const fragments = withOwn(former.fragments, record, essay);
      return { ...former, slug: translationSlug(slug, language), fragments };
    }),
  );
  const bySlug = new Map(essays.map((essay) => [essay.slug, essay]));
  const removed = current.flatMap(({ source: { slug }, resolution }) => {
    const essay = bySlug.get(slug);
    if (!essay) return [];
    return languages(slug)
      .map((language) => ({ slug: translationSlug(slug, language), language }))
      .filter((one) => !shown.has(one.slug) && recordOf(slug, one.language)?.to === 'original')
      .map(({ language, ...one }): FormerAddress => {
        const ids = resolution.ledger.anchors.map(({ id, text }) => ({ id, text, to: inEssay(essay, id) }));
        const fragments = withOwn(ids, recordOf(slug, language), essay);
        return { ...one, title: essay.title, essay, why: null, fragments };
      });
  });
  return [...ofFormer, ...removed].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** The former address of a translation that is there under another slug. */
function toTranslation(
  { slug, why, fragments }: FormerAddress,
  { slug: now, original, metadata, blocks }: CompiledTranslation,
  tag: string,
): FormerAddress {
  const { title, description, language, canonical } = metadata;
  const inOriginal = `${essayAddress(original)}#`;
  const known = new Set(fragments.map(({ id }) => id));
  const own = blocks.filter(({ id }) => !known.has(id));
  const here = (id: string) => fragmentAddress(essayAddress(now), id);
  return {
    slug: translationSlug(slug, tag),
    title,
    essay: { slug: now, title, description, language, canonical },
    why,
    fragments: [
      ...fragments
        .filter(({ id }) => !id.startsWith('comment-')) // a translation shows none
        .map((one) => (one.to?.startsWith(inOriginal) ? { ...one, to: here(one.id) } : one)),
      ...own.map(({ id, text }) => ({ id, text: text.slice(0, 72), to: here(id) })),
    ],
  };
}

/** Fragments, and the ids of a translation's own, each of which leads to the block of the original before it. */
function withOwn(
  fragments: readonly FormerFragment[],
  record: TranslationRecord | null,
  essay: CurrentEssay | null,
): FormerFragment[] {
  const known = new Set(fragments.map(({ id }) => id));
  let before: string | null = null;
  const own = (record?.blocks ?? []).flatMap(({ id, text }): FormerFragment[] => {
    if (known.has(id)) before = id;
    return known.has(id) ? [] : [{ id, text, to: essay && before !== null ? inEssay(essay, before) : null }];
  });
  return [...fragments, ...own];
}

function inEssay({ slug }: CurrentEssay, id: string): string {
  return fragmentAddress(essayAddress(slug), id);
}

/** Null where there is none that can be read. @param slug of the folder */
function recordOf(slug: string, language: string): TranslationRecord | null {
  const read = readRecord(slug, language);
  return 'record' in read && read.storedText !== '' ? read.record : null;
}
