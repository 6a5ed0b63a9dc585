import { stringify } from 'yaml';
import type { PlannedEssay } from './plan.ts';

/** The file of an essay, as its author will find it. */
export function essaySource({ slug, post, description, text }: PlannedEssay, draft: boolean): string {
  const { fields, addresses } = post;
  const aliases = addresses.flatMap((address) => aliasOf(address, slug) ?? []);
  const frontmatter = {
    title: fields.title,
    ...(fields.subtitle === undefined ? {} : { subtitle: fields.subtitle }),
    description,
    published: fields.published ?? '1970-01-01',
    ...(fields.updated === undefined ? {} : { updated: fields.updated }),
    ...(fields.authors.length > 0 ? { authors: fields.authors } : {}),
    ...(fields.topics.length > 0 ? { topics: fields.topics } : {}),
    ...(draft ? { draft } : {}),
    ...(fields.language === undefined ? {} : { language: fields.language }),
    ...(fields.canonical === undefined ? {} : { canonical: fields.canonical }),
    ...(fields.licence === undefined ? {} : { licence: fields.licence }),
    ...(aliases.length > 0 ? { aliases: [...new Set(aliases)] } : {}),
  };
  return `---\n${stringify(frontmatter, { lineWidth: 0 })}---\n\n${text}\n`;
}

/** An address as `aliases` takes it; null for one that a folder of files cannot have. */
function aliasOf(address: string, slug: string): string | null {
  const path = address
    .replace(/[?#].*$/s, '')
    .replace(/^\/*/, '/')
    .replaceAll(/\/{2,}/g, '/');
  const isFile =
    path !== '/' && path !== `/essays/${slug}/` && !/(?:^|\/)\.{1,2}(?:\/|$)|[\s<>"\\:*|]/.test(path);
  return isFile ? path : null;
}
