import { readFileSync } from 'node:fs';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { Problem } from '../document/problem.ts';

/**
 * Notes a mistake of the author at a node of the text. All mistakes of all texts are told together when the
 * essays are asked for; they leave through the frontmatter channel, as facts do, because Astro prints and
 * then forgets what a plugin throws over a `.md` file.
 */
export function report(file: VFile, node: Node | undefined, message: string): void {
  const frontmatter = file.data.astro?.frontmatter;
  if (!frontmatter) throw new Error(message);
  const line = node?.position ? node.position.start.line + linesBefore(file) : 0;
  const problem: Problem = { file: nameOf(file), line, message };
  const { problems } = frontmatter;
  frontmatter['problems'] = [...(Array.isArray(problems) ? problems : []), problem];
}

/** The path of a file as its author knows it, from the repository's top. */
function nameOf(file: VFile): string {
  const path = file.path ?? 'a text without a name';
  return (path.startsWith(file.cwd) ? path.slice(file.cwd.length + 1) : path).replaceAll('\\', '/');
}

/** Astro takes the frontmatter away from a `.md` file before its text is parsed, and leaves blank lines in `.mdx`. */
function linesBefore(file: VFile): number {
  if (!file.path) return 0;
  const lines = (text: string) => text.split('\n').length - 1;
  const body = String(file.value);
  const source = readFileSync(file.path, 'utf8');
  const start = source.indexOf(body.trim());
  return Math.max(
    0,
    lines(source.slice(0, start)) - lines(body.slice(0, body.length - body.trimStart().length)),
  );
}
