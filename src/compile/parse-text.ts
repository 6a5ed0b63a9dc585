import type { Root } from 'hast';
import type { Nodes } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { defListHastHandlers, remarkDefinitionList } from 'remark-definition-list';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import type { FoundBlocks } from '../document/found-blocks.ts';
import { perLanguage } from '../document/per-language.ts';
import type { Problem } from '../document/problem.ts';
import { foundBlocks } from './blocks.ts';
import { lineReader } from './line-reader.ts';
import { addressEnds } from './steps/address-ends.ts';
import { allowedHtml } from './steps/allowed-html.ts';
import { bareLinks } from './steps/bare-links.ts';
import { type CalloutWords, callouts } from './steps/callouts.ts';
import { captionMarkup } from './steps/caption-markup.ts';
import { citationMarks } from './steps/citation-marks.ts';
import { codeTitles } from './steps/code-titles.ts';
import { displayFormulas } from './steps/display-formulas.ts';
import { drawnParts } from './steps/drawn-parts.ts';
import { type EmbedWords, embeds } from './steps/embeds.ts';
import { emojiNames } from './steps/emoji-names.ts';
import { figurePictures } from './steps/figure-pictures.ts';
import { filesBeside } from './steps/files-beside.ts';
import { givenIds } from './steps/given-ids.ts';
import { headingLevels } from './steps/heading-levels.ts';
import { htmlElements } from './steps/html-elements.ts';
import { idsInText } from './steps/ids-in-text.ts';
import { indentedCode } from './steps/indented-code.ts';
import { inlineNotes } from './steps/inline-notes.ts';
import { linksToTexts } from './steps/links-to-texts.ts';
import { localMedia } from './steps/local-media.ts';
import { lostText } from './steps/lost-text.ts';
import { markdownInHtml } from './steps/markdown-in-html.ts';
import { mediaComponents } from './steps/media-components.ts';
import { nestedDefinitions } from './steps/nested-definitions.ts';
import { noteIds } from './steps/note-ids.ts';
import { oldHtml } from './steps/old-html.ts';
import { plainModules } from './steps/plain-modules.ts';
import { publicPictures } from './steps/public-pictures.ts';
import { safeLinks } from './steps/safe-links.ts';
import { selfClosedTags } from './steps/self-closed-tags.ts';
import { templateCode } from './steps/template-code.ts';
import { textMarks } from './steps/text-marks.ts';
import { typographicMarks } from './steps/typographic-marks.ts';
import { undefinedExpressions } from './steps/undefined-expressions.ts';
import { unmatchedNotes } from './steps/unmatched-notes.ts';
import { wholePositions } from './steps/whole-positions.ts';
import { wikiLinks } from './steps/wiki-links.ts';
import { withoutComments } from './steps/without-comments.ts';
import { writtenAttributes } from './steps/written-attributes.ts';
import { containerDirectives } from './syntax/container-directives.ts';
import { dollarMath } from './syntax/dollar-math.ts';
import { hideEscapes, showEscapes } from './syntax/hidden-marks.ts';
import { knownForms } from './syntax/known-forms.ts';
import { repairedMdx } from './syntax/mdx-repairs.ts';
import { syntaxError, syntaxProblem } from './syntax/syntax-problem.ts';
import { bodyOf, type TextSource } from './text-source.ts';
import { unravel } from './unravel.ts';
import { wikiNames } from './wiki-names.ts';

/** A text as a tree of HTML elements, before its blocks have ids. */
export interface ParsedText {
  tree: Root;
  file: VFile;
  /** BCP 47 tag of the text. */
  language: string;
}

/** The texts that parsing writes. */
export interface ParseWords {
  notes: string;
  callouts: CalloutWords;
  embed: EmbedWords;
  backToText(note: string): string;
}

/** What the parser reads beside plain Markdown. */
const syntax: PluggableList = [
  remarkGfm, // tables, notes, task lists, strikethrough, bare addresses
  remarkCjkFriendly, // emphasis beside full-width punctuation
  dollarMath,
  remarkDefinitionList,
  containerDirectives,
];

/** The marks inside of a line. A sign with a backslash before it is hidden from them. */
const lineSteps: PluggableList = [
  hideEscapes,
  inlineNotes,
  [wikiLinks, { names: wikiNames }],
  textMarks,
  emojiNames,
  citationMarks,
  showEscapes,
];

/** A text is repaired at most so many times, once for each construct that MDX cannot read. */
const mostRepairs = 500;

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
 * @param wordsIn what it writes into a text of a language
 * @param siteLanguage in which it says what is part of a block, until `labelLanguage`
 * @param frameHosts from which a text can show frames
 * @returns the function that parses one text; mistakes of the author are in `file.data.problems`
 */
export function textParser(
  wordsIn: (language: string) => ParseWords,
  siteLanguage: string,
  frameHosts: readonly string[] = [],
) {
  const read = lineReader([...syntax, ...lineSteps, typographicMarks]);
  const parserFor = (format: 'md' | 'mdx', words: ParseWords) =>
    unified()
      .use(remarkParse)
      .use(syntax)
      .use(format === 'mdx' ? [remarkMdx, unravel, indentedCode] : [selfClosedTags])
      .use([
        addressEnds,
        unmatchedNotes, // what it reports would otherwise be printed, or left out, without a word
        hideEscapes,
        writtenAttributes, // `{#id}`, before a step changes what they belong to
        [callouts, { words: words.callouts }],
        displayFormulas,
        nestedDefinitions,
        codeTitles,
      ])
      .use(lineSteps)
      .use([
        [captionMarkup, { read }],
        typographicMarks, // behind the steps that look for signs of their own
        lostText, // what Markdown would leave out
        templateCode,
        markdownInHtml,
        undefinedExpressions,
        figurePictures,
      ])
      .use(remarkRehype, {
        allowDangerousHtml: true, // HTML in Markdown; the step behind this one parses it
        passThrough: [...mdxNodes],
        handlers: { ...defListHastHandlers },
        clobberPrefix: '', // ids are the site's own: no script looks elements up by untrusted names
        footnoteLabel: words.notes,
        footnoteLabelProperties: {},
        footnoteBackContent: '↩',
        footnoteBackLabel: (reference: number, again: number) =>
          words.backToText(again > 1 ? `${reference + 1}-${again}` : `${reference + 1}`),
      })
      .use(noteIds) // before anybody else gives ids
      .use(parseHtml)
      .use([
        wholePositions, // the parser of HTML leaves some without their start
        htmlElements, // what is written in JSX and needs no code to run becomes like all other HTML
        withoutComments,
        givenIds,
        headingLevels,
        oldHtml,
        [embeds, { hosts: frameHosts, words: words.embed }],
        mediaComponents,
        allowedHtml,
        plainModules,
        localMedia,
        drawnParts,
        publicPictures, // their sizes
        idsInText, // before anybody asks which ids there are
        filesBeside, // those of figures too
        linksToTexts,
        safeLinks, // nothing below should see an address that could run code
        bareLinks,
      ])
      .freeze();
  const parsersIn = perLanguage((language) => {
    const { callouts, embed } = wordsIn(siteLanguage);
    const words = { ...wordsIn(language), callouts, embed };
    return { md: parserFor('md', words), mdx: parserFor('mdx', words) };
  });

  return async (source: TextSource, language: string): Promise<ParsedText> => {
    const written = bodyOf(source.text);
    const file = new VFile({ path: source.path, value: knownForms(written) });
    file.data.written = written;
    file.data.name = source.file;
    file.data.language = language;
    file.data.problems = [];
    const isMdx = source.path.endsWith('.mdx');
    const parser = parsersIn(language)[isMdx ? 'mdx' : 'md'];
    for (let repairs = 0; ; repairs += 1)
      try {
        return { tree: await parser.run(parser.parse(file), file), file, language };
      } catch (error) {
        const fault = syntaxError(error, String(file.value));
        const repaired = isMdx && repairs < mostRepairs ? repairedMdx(String(file.value), fault) : null;
        if (repaired !== null) {
          file.value = repaired;
          continue;
        }
        file.data.problems.push(syntaxProblem(source.file, String(file.value), fault));
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
  return (tree: Root, file: VFile) => (hasRaw(tree) ? parse(tree, file) : undefined);
}

function hasRaw(node: Root | Nodes | Root['children'][number]): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw));
}
