import type { Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { codeLanguages } from '../code-languages.ts';
import { positionOf, report } from '../report.ts';

/** A picture whose address has a space, which Markdown prints as it stands. */
const pictureWithSpace = /!\[[^\]\n]*\]\(\s*(?!["'<])([^()\n"']*[^\s()]\s+[^()\n"'\s][^()\n"']*)\)/g;

/** Reports what Markdown would leave out without a word: the rest behind an unclosed comment, a second note or address of one name, cells beyond the last column, pictures it could not read. */
export function lostText() {
  return (tree: Root, file: VFile) => {
    const notes = new Map<string, number>();
    const links = new Map<string, { url: string; line: number }>();
    visit(tree, (node) => {
      const position = positionOf(file, node);
      if (node.type === 'html' && /<!--(?!.*?-->)|<!--(?:(?!-->).)*<!--/s.test(node.value))
        report(file, problem('text/unclosed-comment', {}, position));
      if (node.type === 'footnoteDefinition') {
        const mark = `[^${node.label ?? node.identifier}]`;
        const first = notes.get(node.identifier);
        if (first !== undefined) report(file, problem('text/duplicate-note', { mark, first }, position));
        else notes.set(node.identifier, position.line);
        if (node.children.length === 0) report(file, problem('text/empty-note', { mark }, position));
      }
      if (node.type === 'definition') {
        const first = links.get(node.identifier);
        const values = { mark: `[${node.label ?? node.identifier}]`, address: node.url };
        if (first !== undefined && first.url !== node.url)
          report(file, problem('text/duplicate-link', { ...values, first: first.line }, position));
        else links.set(node.identifier, { url: node.url, line: position.line });
      }
      if (node.type === 'code' && node.lang) {
        const info = [node.lang, node.meta ?? ''].join(' ').trim();
        if (/[^~]~{3,}$/.test(info)) {
          const end = node.position?.end.line ?? position.line;
          const words = info.replace(/\s*~+$/, '');
          report(file, problem('text/fence-on-one-line', { words, end }, position));
        } else if (node.value.trim() === '' && (node.meta || !codeLanguages.has(node.lang.toLowerCase())))
          report(file, problem('text/empty-code', { info }, position));
      }
      if (node.type === 'table') {
        const columns = node.children[0]?.children.length ?? 0;
        for (const cell of node.children.flatMap((row) => row.children.slice(columns)))
          if (textOf(cell).trim() !== '')
            report(file, problem('text/extra-cell', { text: textOf(cell), columns }, positionOf(file, cell)));
      }
      if (node.type === 'text') reportUnread(node, file);
    });
  };
}

function reportUnread(node: Text, file: VFile): void {
  for (const [picture, address = ''] of node.value.matchAll(pictureWithSpace))
    report(
      file,
      problem('text/image-with-space', { picture, address: `<${address.trim()}>` }, positionOf(file, node)),
    );
}
