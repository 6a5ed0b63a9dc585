import remarkParse from 'remark-parse';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import type { ReadLine } from './steps/caption-markup.ts';

/**
 * A reader of single lines of Markdown, for what stands in an attribute.
 * @param plugins syntax and steps, as for a whole text
 */
export function lineReader(plugins: PluggableList): ReadLine {
  const parser = unified().use(remarkParse).use(plugins).freeze();
  return (text, file) => {
    const part = new VFile({ value: text });
    Object.assign(part.data, file.data); // its mistakes, and the count of its notes, are those of the text
    const tree = parser.parse(part);
    parser.runSync(tree, part); // every step changes the tree that it is given
    if (part.data.inlineNotes !== undefined) file.data.inlineNotes = part.data.inlineNotes;
    const [line, ...notes] = tree.children;
    if (line?.type !== 'paragraph' || notes.some(({ type }) => type !== 'footnoteDefinition')) return null;
    return { line, notes };
  };
}
