import type { Essay } from '../document/essay.ts';
import { type EssayGroup, groupSlug, seriesIn } from '../document/essay-group.ts';
import { type LanguageVersion, languageVersions } from '../document/language-version.ts';
import type { Mentioned } from '../document/mention.ts';
import type { SiteData, StoredText } from './site-data.ts';

/** What the page of an essay shows, beside the essay's own text and comments. */
export interface EssayPage {
  essay: Essay;
  /** The essays published after and before it. */
  newer: Essay | undefined;
  older: Essay | undefined;
  /** The series that it belongs to. */
  series: EssayGroup | undefined;
  /** Where it is mentioned in others, newest first. */
  mentions: readonly Mentioned[];
  /** The languages in which it can be read; none where there is only one. */
  versions: readonly LanguageVersion[];
}

/** The pages of all essays, newest first. */
export function essayPages(data: SiteData): EssayPage[] {
  const essays = data.essays.map((text) => text.data);
  const series = new Map(seriesIn(essays).map((one) => [one.slug, one]));
  return data.essays.map((text, index) => ({
    essay: text.data,
    newer: essays[index - 1],
    older: essays[index + 1],
    series: text.data.series && series.get(groupSlug(text.data.series.name)),
    mentions: data.mentions[text.id] ?? [],
    versions: versionsOfText(text, data.translations),
  }));
}

/** The languages in which an essay can be read, its own first; none where it has no translation. */
export function versionsOfText(
  essay: StoredText<Essay>,
  translations: readonly StoredText<Essay>[],
): LanguageVersion[] {
  const inLanguage = ({ id, data }: StoredText<Essay>) => ({
    slug: id,
    metadata: data,
    original: id.split('/')[0] ?? '',
  });
  return languageVersions(inLanguage(essay), translations.map(inLanguage));
}
