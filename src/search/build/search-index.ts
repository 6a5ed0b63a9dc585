import { gunzipSync } from 'node:zlib';
import { select } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { close, createIndex } from 'pagefind';
import { placeAddress } from '../../document/address.ts';
import { addFile, type BuiltPage, type BuiltSite, type MadeFile } from '../../publish/built-site.ts';
import { site as owner } from '../../site.ts';
import { abbreviationsIn, otherNames } from './abbreviations.ts';
import { withNumberedFragments } from './fragment-names.ts';
import { searchRecord } from './search-record.ts';
import { type PageEssay, type PageSection, sectionsOf } from './sections.ts';
import { wordListFiles } from './word-list.ts';

/** Writes the search index, and into every page which of its files are worth asking for at once. */
export async function searchIndex(site: BuiltSite): Promise<void> {
  try {
    const files = await indexFiles(site.pages);
    for (const file of files) addFile(site, `pagefind/${file.path}`, file.content);
    const early = neededFirst(files).join(' ');
    for (const page of site.pages) {
      const search = select('site-search', page.tree);
      if (search) search.properties['dataEarly'] = early;
    }
  } finally {
    await close();
  }
}

/** Files that the search of any word needs; the words of a small library are all in one of them. */
function neededFirst(files: readonly MadeFile[]): string[] {
  const words = files.filter(({ path }) => path.startsWith('index/'));
  return [
    'engine.pagefind',
    'contents.pf_meta',
    ...(words.length === 1 ? words : []).map(({ path }) => path),
  ].sort();
}

/**
 * The files of the `pagefind` folder, an index of all essays: one record for each section, so that sections rank by relevance and not by their
 * place on the page. One language's rules for endings serve the whole site, so that every text can be found
 * from every page. Pages come in sorted order: the same pages give the same bytes.
 */
export async function indexFiles(pages: readonly BuiltPage[]): Promise<MadeFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: owner.language });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const essays = pages.flatMap((page): [BuiltPage, PageEssay][] => {
    const essay = sectionsOf(page.tree);
    return essay ? [[page, essay]] : [];
  });
  for (const [page, essay] of essays) {
    const names = abbreviationsIn(essay);
    for (const section of essay.sections) {
      const keywords = [...section.keywords, ...otherNames(section, names), ...whole(essay, section)];
      const { errors } = await index.addHTMLFile({
        url: section.id ? placeAddress(page.address, section.id) : page.address,
        content: toHtml(searchRecord(essay, section, keywords)),
      });
      if (errors.length > 0) throw new Error(`Pagefind refused ${page.path}: ${errors.join('; ')}`);
    }
  }
  const made = await index.getFiles();
  await index.deleteIndex();
  const used = made.files.flatMap(({ path, content }) => {
    const name = publishedName(path);
    return name ? [{ path: name, content }] : [];
  });
  const texts = used.filter(({ path }) => path.startsWith('fragment/')).map(textOfFragment);
  return [...withNumberedFragments(used), ...wordListFiles(texts)].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** An introduction is also found by what is said of the whole essay. */
function whole(essay: PageEssay, section: PageSection): string[] {
  return section.id === '' ? [essay.title, essay.description] : [];
}

/**
 * The name under which a file of Pagefind's is published, or null for one that this site does not use: its
 * scripts and interfaces, and rules for the endings of other languages. Two names are made the same for every
 * build, so that a page can ask for them before it knows anything else.
 */
export function publishedName(path: string): string | null {
  if (/^(?:index|fragment|filter)\//.test(path)) return path;
  if (path.endsWith('.pf_meta')) return 'contents.pf_meta';
  const ending = /^wasm\.([\w-]+)\.pagefind$/.exec(path)?.[1];
  return ending !== undefined && ending !== 'unknown' ? 'engine.pagefind' : null;
}

/** @returns the title and text that Pagefind keeps of a section */
function textOfFragment({ content }: MadeFile): string {
  const { content: text } = JSON.parse(gunzipSync(content).subarray(signature.length).toString('utf8'));
  return String(text);
}

/** Pagefind begins each of its files with this, packed together with the rest. */
const signature = 'pagefind_dcd';
