import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { positionOf, report } from '../report.ts';

/** Elements in which signs of Markdown are meant as they stand, comments, and tags, whose attributes are no text. */
const noText = /<(pre|code|kbd|samp|math|svg|textarea)\b.*?<\/\1\s*>|<!--.*?-->|<[a-z/][^>]*>/gis;

/** Strong words, and links and pictures whose address is surely one. */
const markdown =
  /(?<![*\w])\*\*(?=[^\s*])[^*\n]*[^\s*]\*\*(?![*\w])|!?\[[^[\]\n]+\]\((?:https?:\/\/|\.{0,2}\/|#)[^\s()]*\)/;

/** Reports signs of Markdown in lines of HTML, which Markdown does not read: they would be printed. */
export function markdownInHtml() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'html', (node) => {
      const text = node.value.replaceAll(noText, (tag) => tag.replaceAll(/[^\n]/g, ' '));
      const found = markdown.exec(text);
      if (!found) return;
      const position = positionOf(file, node);
      const line = position.line + text.slice(0, found.index).split('\n').length - 1;
      report(file, problem('text/markdown-in-html', { text: found[0] }, { file: position.file, line }));
    });
  };
}
