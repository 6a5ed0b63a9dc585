import type { Heading, Paragraph, Root, RootContent, Text } from 'mdast';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { type Attributes, attributesPattern, readAttributes } from '../attributes.ts';
import { positionOf, report } from '../report.ts';
import { attributeBraces } from '../syntax/hidden-marks.ts';

const atEnd = new RegExp(`(?:^|[ \\t]+|(?<=\\S))(${attributesPattern})[ \\t]*$`);
const onLastLine = new RegExp(`(?:^|\\n)[ \\t]*(${attributesPattern})[ \\t]*$`);
const atBeginning = new RegExp(`^${attributesPattern}`);
const rest = new RegExp(`${attributeBraces.open}[^${attributeBraces.close}]*${attributeBraces.close}`);

/**
 * Reads attributes in braces: `{#id .class}` at the end of a heading, behind a picture, a link or words in backquotes,
 * and, as in kramdown, on a line of its own below a paragraph or a heading.
 */
export function writtenAttributes() {
  return (tree: Root, file: VFile) => {
    const source = String(file.value);
    if (!/[{\ufdee]/.test(source)) return;
    visit(tree, (node, index, parent) => {
      if (node.type === 'heading') ofHeading(node, file);
      if (node.type === 'text' && parent && index !== undefined && index > 0) {
        const before = parent.children[index - 1];
        if (before && /^(?:image|link|inlineCode)$/.test(before.type)) ofInline(before, node, file);
      }
      if (
        node.type === 'mdxTextExpression' &&
        parent &&
        index !== undefined &&
        /^[\w-]+=\S+$/.test(node.value)
      )
        if (parent.children[index - 1]?.type === 'image') {
          parent.children.splice(index, 1, { type: 'text', value: `{${node.value}}` });
          return index;
        }
      if (node.type !== 'paragraph' || !parent || index === undefined) return;
      const target = ofParagraph(node, parent.children[index - 1], file);
      if (target !== 'gone') return;
      parent.children.splice(index, 1);
      return index;
    });
    visit(tree, 'text', (node) => {
      const [found] = rest.exec(node.value) ?? [];
      if (found)
        report(
          file,
          problem('text/unread-attributes', { text: `{${found.slice(1, -1)}}` }, positionOf(file, node)),
        );
    });
  };
}

function ofHeading(heading: Heading, file: VFile): void {
  const last = heading.children.at(-1);
  const found = last?.type === 'text' ? atEnd.exec(last.value) : null;
  if (last?.type !== 'text' || !found) return;
  cut(last, found.index, heading);
  last.value = last.value.replace(/[ \t]+#+$/, ''); // the signs that may close a heading
  give(heading, readAttributes(found[1] ?? ''), file);
}

function ofInline(target: RootContent, text: Text, file: VFile): void {
  const found = atBeginning.exec(text.value)?.[0];
  if (found === undefined) return;
  text.value = text.value.slice(found.length);
  give(target, readAttributes(found), file);
}

/** @returns `gone` where the paragraph held nothing but the attributes of what is before it */
function ofParagraph(paragraph: Paragraph, before: RootContent | undefined, file: VFile): 'gone' | 'there' {
  const last = paragraph.children.at(-1);
  const found = last?.type === 'text' ? onLastLine.exec(last.value) : null;
  const written = found?.[1] ?? '';
  if (last?.type !== 'text' || !found) return 'there';
  const isAlone = paragraph.children.length === 1 && found.index === 0;
  if (!/^.:/.test(written) && !(isAlone && before)) return 'there';
  if (isAlone && !before) return 'there';
  if (isAlone && before) {
    give(before, readAttributes(written), file);
    return 'gone';
  }
  cut(last, found.index, paragraph);
  give(paragraph, readAttributes(written), file);
  return 'there';
}

function cut(text: Text, at: number, parent: Heading | Paragraph): void {
  text.value = text.value.slice(0, at).trimEnd();
  if (text.value === '') parent.children.pop();
}

function give(node: RootContent, { id, classes, others }: Attributes, file: VFile): void {
  const properties: Record<string, string | string[]> = {};
  if (id !== null) properties['id'] = id;
  if (classes.length > 0) properties['className'] = classes;
  for (const [name, value] of others) {
    const pixels = /^(\d+)(?:px)?$/.exec(value)?.[1];
    if (node.type === 'image' && (name === 'width' || name === 'height') && pixels) properties[name] = pixels;
    else if (name === 'lang' || name === 'title') properties[name] = value;
    else
      report(file, problem('text/unread-attributes', { text: `{${name}=${value}}` }, positionOf(file, node)));
  }
  const data: { hProperties?: Record<string, unknown> } = node.data ?? {};
  node.data = { ...node.data, hProperties: { ...data.hProperties, ...properties } };
}
