import { duplicateIds } from '../anchors/duplicate-ids.ts';
import { newIds } from '../anchors/new-ids.ts';
import type { Cache } from '../cache/cache.ts';
import { readFrontmatter } from '../compile/frontmatter.ts';
import { textProblems } from '../compile/text-problems.ts';
import type { TextSource } from '../compile/text-source.ts';
import type { Link } from '../document/document.ts';
import { noBlocks } from '../document/found-blocks.ts';
import { essaySchema } from '../document/frontmatter.ts';
import type { Problem } from '../document/problem.ts';
import { visit } from '../document/visit.ts';
import { site } from '../site.ts';
import { siteCompiler } from './site-compiler.ts';
import { unfinishedProblems } from './unfinished-problems.ts';

/** What there is to know of one text that is in no library yet. */
export interface CheckedText {
  problems: Problem[];
  /** Every id on its page. */
  ids: Set<string>;
  links: Link[];
}

/**
 * Compiles single essays as a build would.
 * @param content absolute path of the folder in which they and their pictures lie
 */
export function textChecker(cache: Cache, content: string): (source: TextSource) => Promise<CheckedText> {
  const compiler = siteCompiler(cache, content);
  return async (source) => {
    const read = readFrontmatter(source.file, source.text, essaySchema(site.language));
    const problems = textProblems(source.file, source.text);
    if ('problems' in read) return { problems: [...problems, ...read.problems], ids: new Set(), links: [] };
    const { language } = read.metadata;
    const { found } = await compiler.blocks(source, language);
    const blocks = found ?? noBlocks;
    const ids = newIds(blocks);
    const text = await compiler.document(source, read.metadata, language, ids);
    const onPage = new Set<string>();
    visit(text.body(), 'element', ({ properties: { id } }) => {
      if (typeof id === 'string') onPage.add(id);
    });
    const twice = duplicateIds({ source, found: blocks });
    const all = [...problems, ...text.problems, ...twice];
    const unfinished = unfinishedProblems({ ...text, problems: all });
    return { problems: [...all, ...unfinished], ids: onPage, links: text.links };
  };
}
