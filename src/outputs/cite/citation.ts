import { createHash } from 'node:crypto';
import { absoluteAddress, essayAddress, fragmentAddress } from '../../document/address.ts';
import type { SiteConfiguration } from '../../document/configuration.ts';
import { lastChanged } from '../../document/last-changed.ts';
import { allSections } from '../../document/section.ts';
import type { PublishedEssay } from '../output.ts';
import { essayText } from '../plain-text.ts';
import { type PersonName, personName } from './person-name.ts';

/** An essay or a section of one as CSL-JSON has it, with what every entry of ours has. */
export interface Citation {
  id: string;
  type: 'post-weblog';
  title: string;
  'container-title': string;
  publisher?: string;
  author?: PersonName[];
  issued: { 'date-parts': [[year: number, month: number, day: number]] };
  URL: string;
  language: string;
  /** Day and content of what was read: `2026-03-04, sha256 0123456789ab`. */
  version: string;
}

/** Hexadecimal figures of a sum that are shown: enough to tell the versions of one text apart. */
const figures = 12;

/**
 * How to cite an essay, and then each of its sections, at the addresses that stand. The version names the day of the last
 * change and the SHA-256 of the essay's plain text (`index.txt`), which a reader can compute from that file.
 */
export function citationsOf(
  essay: PublishedEssay,
  site: SiteConfiguration,
): [essay: Citation, ...sections: Citation[]] {
  const { slug, metadata, sections } = essay;
  const page = absoluteAddress(essayAddress(slug), site.url);
  const sum = createHash('sha256').update(essayText({ site, essay })).digest('hex').slice(0, figures);
  const [year = 0, month = 0, day = 0] = metadata.published.split('-').map(Number);
  const shared = {
    type: 'post-weblog',
    ...(metadata.authors.length === 0 ? {} : { author: metadata.writtenAuthors.map(personName) }),
    issued: { 'date-parts': [[year, month, day]] },
    language: metadata.language,
    version: `${lastChanged(metadata)}, sha256 ${sum}`,
  } satisfies Partial<Citation>;
  const whole: Citation = {
    ...shared,
    id: slug,
    title: oneLine(metadata.title),
    'container-title': oneLine(site.name),
    ...(site.publisher === null || site.publisher === site.name
      ? {}
      : { publisher: oneLine(site.publisher) }),
    URL: page,
  };
  const parts = allSections(sections).map(
    ({ id, title }): Citation => ({
      ...shared,
      id: `${slug}:${id}`,
      title: oneLine(title),
      'container-title': whole.title,
      publisher: oneLine(site.name),
      URL: fragmentAddress(page, id),
    }),
  );
  return [whole, ...parts];
}

/** Formats whose entries are lines allow no break, and no other control character, in one. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
