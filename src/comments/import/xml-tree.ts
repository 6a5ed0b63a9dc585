import { SaxesParser } from 'saxes';

/** An element of an XML file. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** Its own text, that of its children left out. */
  text: string;
  /** False where the file ends within it. */
  isWhole: boolean;
}

/**
 * The root of an XML file, as far as it can be read: exports have control characters and unknown entities in them.
 * Entities of the file's own are never expanded.
 * @returns the root, and every error with its line
 */
export function xmlTree(xml: string): { root: XmlElement; errors: string[] } {
  const parser = new SaxesParser({ xmlns: false });
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '', isWhole: true };
  const open = [root];
  const errors: string[] = [];
  const add = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '', isWhole: false };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const closed = open.length > 1 ? open.pop() : undefined;
    if (closed) closed.isWhole = true;
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('error', (error) => {
    errors.push(error.message);
  });
  parser.write(xml).close();
  return { root, errors };
}

/** Every element of a name, wherever it stands, in order. */
export function elementsNamed(name: string, within: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const open = [within];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.name === name) found.push(one);
    open.push(...one.children.toReversed());
  }
  return found;
}

/** Why a record is skipped of which only the beginning is there: the whole one would be taken for the same. */
export const cutOff = 'is cut off: the file ends within it';

/** The text of the first child of a name; empty where there is none. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? '';
}
