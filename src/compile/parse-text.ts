import type { Root } from 'hast';
import type { Nodes } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { FoundBlocks } from '../document/found-blocks.ts';
import { type Problem, problem } from '../document/problem.ts';
import { foundBlocks } from './blocks.ts';
import { allowedHtml } from './steps/allowed-html.ts';
import { bareLinks } from './steps/bare-links.ts';
import { figurePictures } from './steps/figure-pictures.ts';
import { htmlElements } from './steps/html-elements.ts';
import { idsInText } from './steps/ids-in-text.ts';
import { localMedia } from './steps/local-media.ts';
import { lostText } from './steps/lost-text.ts';
import { missingPictures } from './steps/missing-pictures.ts';
import { plainModules } from './steps/plain-modules.ts';
import { safeLinks } from './steps/safe-links.ts';
import { typographicMarks } from './steps/typographic-marks.ts';
import { undefinedExpressions } from './steps/undefined-expressions.ts';
import { unmatchedNotes } from './steps/unmatched-notes.ts';
import { wholePositions } from './steps/whole-positions.ts';
import { bodyOf, type TextSource } from './text-source.ts';
import { unravel } from './unravel.ts';

/** A text as a tree of HTML elements, before its blocks have ids. */
export interface ParsedText {
  tree: Root;
  file: VFile;
  /** BCP 47 tag of the text. */
  language: string;
}

/** The texts that parsing writes, in the site's language. */
export interface ParseWords {
  notes: string;
  backToText(note: string): string;
}

/** Nodes of MDX, which pass through every step as they are. */
const mdxNodes = [
  'mdxFlowExpression',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'mdxjsEsm',
] as const;

/**
 * The first half of the way from a file to a document: Markdown or MDX to a tree. It reads from top to bottom; a
 * step relies on the steps above it.
 * @returns the function that parses one text; mistakes of the author are in `file.data.problems`
 */
export function textParser(words: ParseWords) {
  const parserFor = (format: 'md' | 'mdx') =>
    unified()
      .use(remarkParse)
      .use(format === 'mdx' ? [remarkMdx, unravel] : [])
      .use([
        typographicMarks,
        remarkGfm, // tables, notes, task lists, strikethrough, bare addresses
        remarkMath, // `$…$` and `$$…$$`
        lostText, // what Markdown would leave out
        unmatchedNotes, // what these two report would otherwise be printed, or left out, without a word
        undefinedExpressions,
        figurePictures,
        missingPictures, // those of figures too
      ])
      .use(remarkRehype, {
        allowDangerousHtml: true, // HTML in Markdown; the step behind this one parses it
        passThrough: [...mdxNodes],
        clobberPrefix: '', // ids are the site's own: no script looks elements up by untrusted names
        footnoteLabel: words.notes,
        footnoteLabelProperties: {},
        footnoteBackContent: '↩',
        footnoteBackLabel: (reference: number, again: number) =>
          words.backToText(again > 1 ? `${reference + 1}-${again}` : `${reference + 1}`),
      })
      .use(parseHtml)
      .use([
        wholePositions, // the parser of HTML leaves some without their start
        htmlElements, // what is written in JSX and needs no code to run becomes like all other HTML

        allowedHtml,
        plainModules,
        localMedia,
        idsInText, // before anybody asks which ids there are
        safeLinks, // nothing below should see an address that could run code
        bareLinks,
      ])
      .freeze();
  const parsers = { md: parserFor('md'), mdx: parserFor('mdx') };

  return async (source: TextSource, language: string): Promise<ParsedText> => {
    const file = new VFile({ path: source.path, value: bodyOf(source.text) });
    file.data.name = source.file;
    file.data.language = language;
    file.data.problems = [];
    const parser = parsers[source.path.endsWith('.mdx') ? 'mdx' : 'md'];
    try {
      return { tree: await parser.run(parser.parse(file), file), file, language };
    } catch (error) {
      file.data.problems.push(syntaxProblem(source.file, error));
      file.data.isUnreadable = true;
      return { tree: { type: 'root', children: [] }, file, language };
    }
  };
}

/** The blocks of a parsed text, null where the parser could not read it, and the mistakes found in it so far. */
export function foundIn({ tree, file }: ParsedText): { found: FoundBlocks | null; problems: Problem[] } {
  return { found: file.data.isUnreadable ? null : foundBlocks(tree), problems: file.data.problems ?? [] };
}

/** HTML in Markdown becomes elements like all others. A text without any is left as it is, which is much faster. */
function parseHtml() {
  const parse = rehypeRaw({ passThrough: [...mdxNodes] });
  return (tree: Root, file: VFile) => {
    if (!hasRaw(tree)) return undefined;
    const parsed = parse(tree, file);
    visit(parsed, (node) => {
      // the parser gives a text that Markdown has added, such as the space behind a box, a position without a start
      if (node.position?.start === undefined) delete node.position;
    });
    return parsed;
  };
}

function hasRaw(node: Root | Nodes | Root['children'][number]): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw));
}

/** The parser's message about a text that it cannot read. @throws the error where it names no position in the text */
function syntaxProblem(file: string, error: unknown): Problem {
  if (!(error instanceof Error) || !('line' in error)) throw error;
  const line = typeof error.line === 'number' ? error.line : 0;
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  return problem('text/syntax', { reason }, { file, line });
}
