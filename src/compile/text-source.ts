/** A text as it lies on the disk. */
export interface TextSource {
  /** The name of its folder, or of its file for a page. */
  slug: string;
  /** Path from the repository's top, for messages. */
  file: string;
  /** Absolute path; what lies beside it belongs to the text. */
  path: string;
  /** The whole file. */
  text: string;
}

/** The text without its frontmatter; lines stay where they were. */
export function bodyOf(text: string): string {
  return text.replace(/^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/, (block) =>
    block.replaceAll(/[^\n]/g, ''),
  );
}
