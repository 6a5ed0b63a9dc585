import { pathToFileURL } from 'node:url';
import type { FoundBlocks } from './anchors.ts';
import { type MarkdownOptions, markdownPipeline } from './pipeline.ts';

/**
 * Reads the blocks of a text by the very pipeline that will show it, before any page is made.
 * @param path of the file, absolute; its ending tells Markdown from MDX
 * @param source all of the file
 * @throws what the compiler throws over a text that it cannot read
 */
export async function readBlocks(
  path: string,
  source: string,
  options: MarkdownOptions,
): Promise<FoundBlocks> {
  let found: FoundBlocks = { blocks: [], lines: [], taken: [] };
  const pipeline = markdownPipeline({
    ...options,
    tell(blocks) {
      found = blocks;
    },
  });
  const body = withoutFrontmatter(source);
  if (path.endsWith('.mdx')) {
    const settings = { optimize: false, srcDir: pathToFileURL('src/'), sourcemap: false };
    const renderer = await pipeline.createMdxRenderer?.({ syntaxHighlight: false }, settings);
    await renderer?.process(body, path, {});
  } else {
    const renderer = await pipeline.createRenderer({ syntaxHighlight: false });
    await renderer.render(body, { frontmatter: {}, fileURL: pathToFileURL(path) });
  }
  return found;
}

/** The text alone, its lines where they were. */
function withoutFrontmatter(source: string): string {
  return source.replace(/^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/, (block) =>
    block.replaceAll(/[^\n]/g, ''),
  );
}
