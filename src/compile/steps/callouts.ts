import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { nearest } from '../../document/nearest.ts';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { type CalloutKind, calloutKind, calloutNames } from '../callout-kinds.ts';
import { positionOf, report } from '../report.ts';

/** What a callout without a title of its own is called, in the language of the text. */
export type CalloutWords = Readonly<Record<CalloutKind, string>>;

interface Callout {
  kind: CalloutKind;
  title: PhrasingContent[];
  /** Null for one that cannot be folded. */
  isOpen: boolean | null;
  children: (BlockContent | DefinitionContent)[];
}

/**
 * Makes callouts of quotations that begin with `[!NOTE]` (GitHub; with `+` or `-` behind it, as in Obsidian, it can be
 * folded) and of containers `:::note` … `:::`. A container of another name is reported.
 */
export function callouts({ words }: { words: CalloutWords }) {
  return (tree: Root, file: VFile) => {
    const source = String(file.value);
    if (!source.includes('[!') && !source.includes(':::')) return;
    visit(tree, (node, index, parent) => {
      if (node.type === 'paragraph') reportStray(node, file);
      const callout =
        node.type === 'blockquote'
          ? quoted(node, words)
          : node.type === 'containerDirective'
            ? contained(node, words, source, file)
            : null;
      if (!callout || !parent || index === undefined) return;
      const made = element(callout);
      if (node.position) made.position = node.position;
      Object.assign(parent, { children: parent.children.toSpliced(index, 1, made) });
      return index; // there may be callouts inside of it
    });
  };
}

function quoted(quote: Blockquote, words: CalloutWords): Callout | null {
  const [first, ...rest] = quote.children;
  if (first?.type !== 'paragraph') return null;
  const [text, ...others] = first.children;
  const found =
    text?.type === 'text' ? /^\[!([a-z][\w-]*)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*/i.exec(text.value) : null;
  if (text?.type !== 'text' || !found) return null;
  const [mark, name = '', fold] = found;
  const { line, below } = firstLine([{ ...text, value: text.value.slice(mark.length) }, ...others]);
  const body: Paragraph[] = below.length > 0 ? [{ ...first, children: below }] : [];
  return {
    kind: calloutKind(name.toLowerCase()) ?? 'note',
    title: line.length > 0 ? line : [nameOf(name, words)],
    isOpen: fold === '' ? null : fold === '+',
    children: [...body, ...rest],
  };
}

function contained(
  node: ContainerDirective,
  words: CalloutWords,
  source: string,
  file: VFile,
): Callout | null {
  const name = node.name.toLowerCase().replace(/^callout-/, '');
  const kind = calloutKind(name);
  if (kind === null) {
    const near = nearest(name, calloutNames);
    const values = { name: node.name, names: calloutNames.join(', ') };
    report(file, problem('text/unknown-container', values, positionOf(file, node), near && `:::${near}`));
    return null;
  }
  const raw = source.slice(node.position?.start.offset, node.position?.end.offset);
  if (!/(?:^|\n)[ \t>]*:{3,}[ \t]*$/.test(raw))
    report(file, problem('text/unclosed-container', { name: node.name }, positionOf(file, node)));
  const [first, ...rest] = node.children;
  const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first.children : null;
  const given = node.attributes?.['title'];
  const title = label ?? (given ? [{ type: 'text' as const, value: given }] : [nameOf(name, words)]);
  const isFolded = name === 'details' || node.attributes?.['collapse'] === 'true';
  const isUnfolded = node.attributes?.['collapse'] === 'false';
  return {
    kind,
    title,
    isOpen: isFolded ? false : isUnfolded ? true : null,
    children: label ? rest : node.children,
  };
}

function element({ kind, title, isOpen, children }: Callout): RootContent {
  const className = ['callout', `callout-${kind}`];
  const isFoldable = isOpen !== null;
  const head: Paragraph = {
    type: 'paragraph',
    data: isFoldable ? { hName: 'summary' } : { hProperties: { className: ['callout-title'] } },
    children: title,
  };
  return {
    type: 'blockquote',
    data: isFoldable
      ? { hName: 'details', hProperties: { className, ...(isOpen ? { open: true } : {}) } }
      : { hName: 'div', hProperties: { className, role: 'note' } },
    children: [head, ...children],
  };
}

/** The title of a callout without one: in the language of the text where its kind has a word, or else its own name. */
function nameOf(name: string, words: CalloutWords): PhrasingContent {
  const found = Object.entries(words).find(([kind]) => kind === name.toLowerCase());
  const value = found?.[1] ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1).toLowerCase()}`;
  return { type: 'text', value };
}

/** What stands on the first line of a paragraph, and what below it. */
function firstLine(children: readonly PhrasingContent[]): {
  line: PhrasingContent[];
  below: PhrasingContent[];
} {
  for (const [index, node] of children.entries()) {
    if (node.type === 'break')
      return { line: kept(children.slice(0, index)), below: kept(children.slice(index + 1)) };
    const end = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type !== 'text' || end < 0) continue;
    return {
      line: kept([...children.slice(0, index), { ...node, value: node.value.slice(0, end) }]),
      below: kept([{ ...node, value: node.value.slice(end + 1) }, ...children.slice(index + 1)]),
    };
  }
  return { line: kept(children), below: [] };
}

/** Without the spaces at both ends. */
function kept(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isSpace = (node: PhrasingContent) => node.type === 'text' && node.value.trim() === '';
  const first = nodes.findIndex((node) => !isSpace(node));
  return first < 0 ? [] : nodes.slice(first, nodes.findLastIndex((node) => !isSpace(node)) + 1);
}

/** Reports three colons that the parser did not read. */
function reportStray(paragraph: Paragraph, file: VFile): void {
  for (const node of paragraph.children)
    if (node.type === 'text' && /(?:^|\n)[ \t]*:::/.test(node.value))
      report(file, problem('text/stray-container', {}, positionOf(file, node)));
}
