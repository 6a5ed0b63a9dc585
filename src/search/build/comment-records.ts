import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { commentsAddress, essayAddress, fragmentAddress } from '../../document/address.ts';
import { essayThreads } from '../../document/comment-pages.ts';
import { threads } from '../../document/comment-threads.ts';
import { type CommentOrPlace, onlyComments } from '../../document/shown-comment.ts';
import { type ReplacedText, spacedText, withIndexedText } from './indexed-text.ts';
import type { SearchRecord } from './search-record.ts';
import { versionOf } from './shown-text.ts';
import { listedWords } from './word-list.ts';

/** What the records of comments depend on beside these. */
export interface CommentRecordOptions {
  /** BCP 47 tag whose rules for endings the index uses. */
  language: string;
  /** What a comment is called in a list of results. */
  title(name: string): string;
}

/** One record for each comment of an essay, which leads to where its text stands. */
export function commentRecords(
  { slug, title: essay }: { slug: string; title: string },
  comments: readonly CommentOrPlace[],
  options: CommentRecordOptions,
): SearchRecord[] {
  const listed = new Set(essayThreads(threads(comments)).listed.map(({ id }) => id));
  return onlyComments(comments).map(({ id, name, body }) => {
    const page = listed.has(id) ? commentsAddress(slug) : essayAddress(slug);
    const replaced: ReplacedText[] = [];
    const title: ElementContent = { type: 'text', value: options.title(name) };
    const text = body.filter((node) => node.type === 'element' || node.type === 'text');
    const heading = withIndexedText([title], replaced);
    const content = withIndexedText(text, replaced);
    const record = h('html', { lang: options.language }, [
      h('body', [
        h('meta', { dataPagefindFilter: 'essay[content]', content: essay }),
        h('h1', { dataPagefindMeta: 'title' }, heading),
        h('div', { id: '-', dataPagefindWeight: '0.5' }, content),
        ...versionOf(replaced),
      ]),
    ]);
    return {
      url: fragmentAddress(page, id),
      html: toHtml(record),
      ...(replaced.length > 0 ? { replaced } : {}),
      words: listedWords(spacedText([title, { type: 'text', value: ' ' }, ...text])),
    };
  });
}
