import { type Dirent, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileFault, isInside } from '../compile/file-fault.ts';
import { commentSource } from '../document/comment-source.ts';
import { type Problem, problem } from '../document/problem.ts';
import { essaysFolder, pathFromRoot } from '../paths.ts';
import type { Comment } from './comment.ts';
import { commentFileName, idOfFile, parseComment } from './comment-file.ts';

/** The file of a comment as it lies beside its essay. */
export interface CommentFile {
  /** Path from the repository's top. */
  file: string;
  /** Null where it is not UTF-8, and where it cannot be read. */
  text: string | null;
  /** Why it cannot be read; missing where it can. */
  fault?: string;
}

/**
 * The approved comments of an essay, by date and then id.
 * @returns them, and what is wrong with any file; a file with a mistake gives no comment
 */
export function readComments(
  slug: string,
  essays = essaysFolder,
): { comments: Comment[]; problems: Problem[] } {
  return parseComments(readCommentFiles(slug, essays));
}

/** The files of the comments of an essay, by name. An essay without comments costs one look at the disk. */
export function readCommentFiles(slug: string, essays = essaysFolder): CommentFile[] {
  const folder = commentFolder(slug, essays);
  const content = [dirname(essays), essays];
  const files = commentFiles(folder);
  const isOurs = files.length > 0 && isInside(folder, content); // then only a link can lead elsewhere
  return files.map((entry) => {
    const path = join(folder, entry.name);
    const file = pathFromRoot(path);
    if (isOurs && entry.isFile()) {
      try {
        return { file, text: utf8(path) };
      } catch {} // why it cannot be read, is said below
    }
    const fault = fileFault(path, content);
    return fault === '' ? { file, text: utf8(path) } : { file, text: null, fault };
  });
}

/** What the files say, by date and then id, and what is wrong with any; a file with a mistake gives no comment. */
export function parseComments(files: readonly CommentFile[]): { comments: Comment[]; problems: Problem[] } {
  const comments: Comment[] = [];
  const problems: Problem[] = [];
  const fileById = new Map<string, string>();
  for (const { file, text, fault } of files) {
    const broken = fault
      ? problem('source/unreadable', { reason: fault }, { file })
      : problem('source/not-utf-8', {}, { file });
    const read = text === null ? [broken] : parseComment(file, text);
    if (Array.isArray(read)) {
      problems.push(...read);
      continue;
    }
    const { id } = read;
    const other = fileById.get(id);
    if (other) problems.push(problem('comment/same-id', { id, other }, { file }));
    else {
      fileById.set(id, file);
      comments.push(read);
    }
  }
  return { comments: comments.sort(byDate), problems };
}

/** Oldest first; at the same time by id, so that the order never depends on the file system. */
export function byDate(a: Comment, b: Comment): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The ids of the comments that an essay has as files, read from the names alone. */
export function approvedIds(slug: string, essays = essaysFolder): Set<string> {
  return new Set(commentFiles(commentFolder(slug, essays)).flatMap(({ name }) => idOfFile(name) ?? []));
}

/**
 * Writes a comment beside its essay, whole or not at all.
 * @returns the path of the file from the repository's top
 */
export function writeComment(slug: string, comment: Comment, essays = essaysFolder): string {
  const folder = commentFolder(slug, essays);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, commentFileName(comment));
  const next = join(folder, `.${comment.id}.next`);
  writeFileSync(next, commentSource(comment), { mode: 0o644 });
  renameSync(next, path);
  return pathFromRoot(path);
}

function commentFolder(slug: string, essays: string): string {
  return join(essays, slug, 'comments');
}

/** By name. */
function commentFiles(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => /\.mdx?$/i.test(name) && !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // an essay without comments has no such folder
  }
}

/** The text of a file. Only one that holds the replacement character is looked at again: it may be its own. */
function utf8(path: string): string | null {
  const text = readFileSync(path, 'utf8');
  if (!text.includes('\uFFFD')) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch {
    return null;
  }
}
