import { type CollectionEntry, getCollection, render } from 'astro:content';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { type FormerAddress, formerAddresses } from '../anchors/former-address.ts';
import { byDate, type Essay, essayFrom, type TextFacts } from '../document/essay.ts';
import { AuthorError, type Problem } from '../document/problem.ts';

/** Only `npm run dev` asks for drafts, by name: no build mode and no stray NODE_ENV can publish one. */
const showDrafts = process.env['STET_DRAFTS'] === 'show';

/** A text that a page can show. */
export interface Readable {
  Content: AstroComponentFactory;
}

/** A page of the site's own: its address is its file's name. */
export interface SitePage extends Readable {
  name: string;
  title: string;
  description: string;
}

/**
 * All essays, newest first. Drafts are among them only while writing (`npm run dev`).
 * @throws AuthorError with every mistake that the Markdown pipeline found in any of them
 */
export async function essays(): Promise<(Essay & Readable)[]> {
  const entries = await getCollection('essays', ({ data }) => showDrafts || !data.draft);
  const made = await rendered(entries, (entry, { Content, facts }) => ({
    ...essayFrom(entry.id, entry.data, facts),
    Content,
  }));
  return made.sort(byDate);
}

/** Addresses at which essays were published and at which none stands today. */
export async function addressesLeft(): Promise<FormerAddress[]> {
  const ledgers = await getCollection('ledgers');
  const entries = await getCollection('essays', ({ data }) => !data.draft);
  const published = await rendered(entries, (entry, { facts }) => essayFrom(entry.id, entry.data, facts));
  return formerAddresses(new Map(ledgers.map(({ id, data }) => [id, data])), published);
}

/**
 * The pages in `content/pages`, by name.
 * @throws AuthorError with every mistake that the Markdown pipeline found in any of them
 */
export async function sitePages(): Promise<SitePage[]> {
  const entries = await getCollection('pages');
  const made = await rendered(entries, (entry, { Content }) => ({ ...entry.data, name: entry.id, Content }));
  return made.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function rendered<Entry extends CollectionEntry<'essays'> | CollectionEntry<'pages'>, Made>(
  entries: Entry[],
  make: (entry: Entry, text: Readable & { facts: TextFacts }) => Made,
): Promise<Made[]> {
  const problems: Problem[] = [];
  const made = entries.map(async (entry) => {
    const { Content, remarkPluginFrontmatter } = await render(entry);
    problems.push(...problemsOf(remarkPluginFrontmatter));
    return make(entry, { Content, facts: factsOf(remarkPluginFrontmatter) });
  });
  const all = await Promise.all(made);
  if (problems.length > 0) throw new AuthorError(problems.sort((a, b) => (a.file < b.file ? -1 : 1)));
  return all;
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
