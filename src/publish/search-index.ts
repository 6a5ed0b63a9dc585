import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { close, createIndex } from 'pagefind';
import { placeAddress } from '../essay/address.ts';
import { words } from '../words.ts';
import { addFile, type BuiltSite } from './built-site.ts';
import { sectionsOf } from './sections.ts';

/** Files that Pagefind writes for interfaces of its own, which this site does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\b|playground/;

/**
 * Writes the search index: one record for each section, so that sections rank by relevance and not by
 * their place on the page. Pages come in sorted order, so that the same site gives the same bytes.
 */
export async function searchIndex(site: BuiltSite): Promise<void> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  try {
    for (const page of site.pages) {
      const essay = sectionsOf(page.tree);
      if (!essay) continue;
      for (const section of essay.sections) {
        const title = section.title || words.search.introduction;
        const record = h('html', { lang: essay.language }, [
          h('body', [
            h('meta', { dataPagefindMeta: 'essay[content]', content: essay.title }),
            h('h1', { dataPagefindMeta: 'title' }, title),
            h('div', section.content),
          ]),
        ]);
        const { errors } = await index.addHTMLFile({
          url: section.id ? placeAddress(page.address, section.id) : page.address,
          content: toHtml(record),
        });
        if (errors.length > 0) throw new Error(`Pagefind refused ${page.path}: ${errors.join('; ')}`);
      }
    }
    const { files } = await index.getFiles();
    for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
      if (!unused.test(file.path)) addFile(site, `pagefind/${file.path}`, file.content);
    }
  } finally {
    await close();
  }
}
