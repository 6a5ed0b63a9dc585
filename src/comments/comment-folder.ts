import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { commentSource } from '../document/comment-source.ts';
import type { Problem } from '../document/problem.ts';
import { essaysFolder, root } from '../paths.ts';
import type { Comment } from './comment.ts';
import { commentFileName, parseComment } from './comment-file.ts';

/**
 * The approved comments of an essay, by date and then id.
 * @returns them, and what is wrong with any file; a file with a mistake gives no comment
 */
export function readComments(
  slug: string,
  essays = essaysFolder,
): { comments: Comment[]; problems: Problem[] } {
  const folder = commentFolder(slug, essays);
  const comments: Comment[] = [];
  const problems: Problem[] = [];
  const fileById = new Map<string, string>();
  for (const name of commentNames(folder)) {
    const file = shown(join(folder, name));
    const source = utf8(join(folder, name));
    const read =
      source === null
        ? [{ file, line: 0, message: 'The file is not UTF-8. Save it again as UTF-8.' }]
        : parseComment(file, source);
    if (Array.isArray(read)) {
      problems.push(...read);
      continue;
    }
    const twin = fileById.get(read.id);
    if (twin) {
      const message = `Two comments have the id \`${read.id}\`: this file and ${twin}. Rename one, or delete it.`;
      problems.push({ file, line: 0, message });
      continue;
    }
    fileById.set(read.id, file);
    comments.push(read);
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
  const names = commentNames(commentFolder(slug, essays));
  return new Set(names.map((name) => `comment-${name.slice(11, -3)}`));
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
  return shown(path);
}

function commentFolder(slug: string, essays: string): string {
  return join(essays, slug, 'comments');
}

function commentNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md') && !name.startsWith('.'))
      .sort();
  } catch {
    return []; // an essay without comments has no such folder
  }
}

function utf8(path: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    return null;
  }
}

function shown(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
