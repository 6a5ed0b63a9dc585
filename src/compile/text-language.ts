import { z } from 'zod';
import { canonicalTag } from '../document/fields.ts';
import { readFrontmatter } from './frontmatter.ts';

const languageField = z.looseObject({ language: z.string().optional() });

/** The language that a text's frontmatter names; the site's where it names none. @param text the whole file */
export function textLanguage(text: string, siteLanguage: string): string {
  const read = readFrontmatter('', text, languageField);
  const written = 'metadata' in read ? read.metadata.language : undefined;
  return canonicalTag(written ?? '') ?? siteLanguage;
}
