import type { Archive } from './archive.ts';
import { fromGhost } from './ghost.ts';
import { type FolderOptions, fromMarkdownFolder } from './markdown-folder.ts';
import type { Export } from './post.ts';
import { fromSubstack, substackTable } from './substack.ts';
import { fromWordPress, isWordPress } from './wordpress.ts';

/** An export of comments and nothing else, for which there is another command. */
export const onlyComments = 'comments';

/**
 * Reads what another program made. Its kind is told from what is in it, never from its name.
 * @returns `comments` for an export of Disqus; null where nothing in it is a text
 */
export function readExport(archive: Archive, options: FolderOptions): Export | typeof onlyComments | null {
  const table = substackTable(archive);
  if (table !== undefined) return fromSubstack(archive, table);
  for (const file of archive.files.filter((one) => /\.(?:xml|json)$/.test(one) && isNearTop(one))) {
    const text = archive.text(file);
    if (file.endsWith('.xml') && isWordPress(text)) return fromWordPress(file, text);
    if (file.endsWith('.xml') && /<disqus[\s>]/.test(text.slice(0, 4_000))) return onlyComments;
    const ghost =
      file.endsWith('.json') && /"(?:db|posts)"/.test(text) ? fromGhost(file, parsed(text)) : null;
    if (ghost) return ghost;
  }
  const folder = fromMarkdownFolder(archive, options);
  return folder.posts.length === 0 ? null : folder;
}

function isNearTop(file: string): boolean {
  return file.split('/').length <= 2;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
