import type { Element, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { comparable, wordPattern } from './written-words.ts';

/** Attributes with words of the author that a reader is given in place of something, or beside it. */
const heard: ReadonlySet<string> = new Set(['alt', 'title', 'dataTitle']);

/** How often a finished text shows each word, in its text and in what is read out or offered in its place. */
export function shownWords(tree: Root): Map<string, number> {
  const counts = new Map<string, number>();
  collect(tree, counts);
  return counts;
}

function collect(node: Root | RootContent, counts: Map<string, number>): void {
  switch (node.type) {
    case 'text':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      add(node.value, counts);
      return;
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      for (const { value } of node.attributes)
        add(typeof value === 'string' ? value : (value?.value ?? ''), counts);
      break;
    case 'element':
      addProperties(node, counts);
      if (node.tagName === 'code') {
        addCode(node, counts);
        return;
      }
      break;
    default:
  }
  if ('children' in node) for (const child of node.children) collect(child, counts);
}

/** Colours split words; elements that the author wrote into code separate them. */
function addCode(code: Element, counts: Map<string, number>): void {
  const whole = new Map<string, number>();
  const parts = new Map<string, number>();
  add(textOf(code), whole);
  for (const child of code.children) collect(child, parts);
  for (const word of new Set([...whole.keys(), ...parts.keys()])) {
    const most = Math.max(whole.get(word) ?? 0, parts.get(word) ?? 0);
    counts.set(word, (counts.get(word) ?? 0) + most);
  }
}

function addProperties({ properties }: Element, counts: Map<string, number>): void {
  for (const [name, value] of Object.entries(properties))
    if (typeof value === 'string' && heard.has(name)) add(value, counts);
}

function add(text: string, counts: Map<string, number>): void {
  for (const [word] of comparable(text).matchAll(wordPattern)) counts.set(word, (counts.get(word) ?? 0) + 1);
}
