import { getCollection, getEntry, render } from 'astro:content';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { byDate, type Essay, essayFrom, type TextFacts } from './essay/essay.ts';
import { AuthorError, type Problem } from './essay/problem.ts';

/** Only `npm run dev` asks for drafts, by name: no build mode and no stray NODE_ENV can publish one. */
const showDrafts = process.env['STET_DRAFTS'] === 'show';

/** A text that a page can show. */
export interface Readable {
  Content: AstroComponentFactory;
}

/**
 * All essays, newest first. Drafts are among them only while writing (`npm run dev`).
 * @throws AuthorError with every mistake that the Markdown pipeline found in any of them
 */
export async function essays(): Promise<(Essay & Readable)[]> {
  const entries = await getCollection('essays', ({ data }) => showDrafts || !data.draft);
  const problems: Problem[] = [];
  const made = await Promise.all(
    entries.map(async (entry) => {
      const { Content, remarkPluginFrontmatter } = await render(entry);
      problems.push(...problemsOf(remarkPluginFrontmatter));
      return { ...essayFrom(entry.id, entry.data, factsOf(remarkPluginFrontmatter)), Content };
    }),
  );
  if (problems.length > 0) throw new AuthorError(problems.sort((a, b) => (a.file < b.file ? -1 : 1)));
  return made.sort(byDate);
}

/**
 * A page of the site's own, by its file name.
 * @throws Error when there is no such file in `content/pages`
 */
export async function sitePage(name: string): Promise<{ title: string; description: string } & Readable> {
  const entry = await getEntry('pages', name);
  if (!entry) throw new Error(`There is no page content/pages/${name}.md or .mdx.`);
  return { ...entry.data, Content: (await render(entry)).Content };
}

function problemsOf({ problems }: Record<string, unknown>): Problem[] {
  return Array.isArray(problems) ? problems : [];
}

/** The pipeline's `facts` step ran on every text, so its facts are there; anything else is a fault of ours. */
function factsOf(frontmatter: Record<string, unknown>): TextFacts {
  const facts = frontmatter['facts'];
  if (!isFacts(facts)) throw new Error('The Markdown pipeline left no facts about a text.');
  return facts;
}

function isFacts(value: unknown): value is TextFacts {
  return typeof value === 'object' && value !== null && 'headings' in value && 'words' in value;
}
