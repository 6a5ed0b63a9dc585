import { parseComment } from '../comment-file.ts';
import { type Parsed, sorted, unreadable } from './parsed.ts';

const named = /^\d{4}-\d\d-\d\d-[a-z0-9-]{1,60}\.md$/;

/** The day that stands for one that neither the file nor its name tells. */
const noDay = '1970-01-01';

/**
 * A comment's file as a pull request or a mail brings it: the same form as an approved one, under any name. What it says
 * of its origin and of its writer's role is not believed.
 */
export function fromCommentFile(path: string, source: string): Parsed {
  const name = path.replaceAll('\\', '/').replace(/^.*\//, '');
  const read = parseComment(named.test(name) ? name : `${noDay}-unnamed.md`, source);
  if (Array.isArray(read))
    return unreadable(read.map(({ line, message }) => `line ${line}: ${message}`).join(' '));
  const [, slug = ''] = /([^/\\]+)[/\\]comments[/\\][^/\\]+$/.exec(path) ?? [];
  return sorted(
    [read],
    (comment) => ({
      kind: 'pull-request',
      key: null,
      page: { slug },
      block: comment.block ?? '',
      quote: comment.quote ?? '',
      parent: comment.parent ?? '',
      name: comment.name,
      website: comment.website ?? '',
      address: comment.origin.address ?? '',
      date: comment.date === noDay ? null : comment.date,
      text: comment.text,
      notes: comment.role === null ? [] : ['it says that the essay’s author wrote it; this was left out'],
    }),
    () => 'the file',
  );
}
