import { emptyLedger } from '../src/anchors/ledger.ts';
import { type Resolution, resolve } from '../src/anchors/resolve.ts';
import { textFinisher } from '../src/compile/finish-text.ts';
import { pageHtml } from '../src/compile/page-html.ts';
import { foundIn, textParser } from '../src/compile/parse-text.ts';
import type { Document } from '../src/document/document.ts';
import type { FoundBlocks } from '../src/document/found-blocks.ts';
import { essaySchema, type Frontmatter } from '../src/document/frontmatter.ts';
import { AuthorError, type Problem } from '../src/document/problem.ts';
import { site } from '../src/site.ts';
import { compileWords } from '../src/words/compile-words.ts';
import { languageIn, wordsIn } from '../src/words/words.ts';

const inLanguage = (language: string) => compileWords(wordsIn(language), languageIn(language));
const parserWith = (embeds: readonly string[]) => textParser(inLanguage, site.language, embeds);
const parse = parserWith([]);
const finish = textFinisher(inLanguage, site.language, 'author-date');

/** A text compiled as a build compiles it, without a cache and without a ledger. */
export interface CompiledHere {
  document: Document<Frontmatter>;
  found: FoundBlocks;
  resolution: Resolution;
  problems: Problem[];
  /** Empty where only MDX can show the text. */
  html: string;
}

/**
 * @param text without frontmatter
 * @param path of its file, whose ending is that of Markdown or MDX
 * @param embeds hosts from which it can show frames
 */
export async function compileText(
  text: string,
  {
    path = 'essay.md',
    slug = 'essay',
    embeds = [],
    ...fields
  }: { path?: string; slug?: string; embeds?: readonly string[]; [field: string]: unknown } = {},
): Promise<CompiledHere> {
  const required = { title: `Essay ${slug}`, description: 'A', published: '2026-01-02' };
  const metadata = essaySchema('en').parse({ ...required, ...fields });
  const parser = embeds.length > 0 ? parserWith(embeds) : parse;
  const parsed = await parser({ slug, file: path, path, text }, metadata.language);
  const { found, problems } = foundIn(parsed);
  if (!found) throw new AuthorError(problems);
  const resolution = resolve(found.blocks, emptyLedger(slug), { day: '2026-01-02', usedIds: found.usedIds });
  const document = await finish(parsed, { slug, metadata }, resolution);
  const html = document.components.length > 0 ? '' : pageHtml(document.body);
  return { document, found, resolution, problems: parsed.file.data.problems ?? [], html };
}

/** The blocks of a text with its frontmatter, as the ledger sees them. */
export async function blocksOf(source: string, path = 'essay.mdx'): Promise<FoundBlocks> {
  const { found, problems } = foundIn(await parse({ slug: 'essay', file: path, path, text: source }, 'en'));
  if (!found) throw new AuthorError(problems);
  return found;
}
