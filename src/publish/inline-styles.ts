import { defaultTreeAdapter } from 'parse5';
import { neededRules, type ParsedStyle } from './needed-rules.ts';
import { attributeOf, type Element, elementNamed, newElement, type PageTree, textOf } from './page-tree.ts';
import { portableStyle } from './portable-links.ts';

/**
 * Puts the style that blocks the first paint into the page itself, so that the first answer of a server is enough to
 * show the text: a style sheet costs a second round trip, which on a slow phone line is a fifth of a second. What is
 * only for paper, and what a page links in its body, stays in files. Rules for what the page does not have are left out.
 * @param address of the page from the site's root
 * @param read a style sheet of the site, by its path inside it
 * @param scriptWords every word in the site's scripts: what they put into the page needs its rules too
 * @returns the page, whose list of elements has the new ones
 */
export function inlineStyles(
  page: PageTree,
  address: string,
  read: (path: string) => ParsedStyle,
  scriptWords: ReadonlySet<string>,
): PageTree {
  const names = namesIn(page);
  const letters = textOf(elementNamed(page, 'html'));
  const made = new Set<Element>();
  const elements = page.elements.flatMap((element) => {
    const parent = element.parentNode;
    if (!isBlockingStyle(element) || !parent) return [element];
    const path = (attributeOf(element, 'href') ?? '').slice(1);
    const rules = neededRules(read(path), (name) =>
      /^U\+/i.test(name) ? isInRange(letters, name) : names.has(name) || scriptWords.has(name),
    );
    const css = portableStyle(rules, address);
    const before = parent.childNodes[parent.childNodes.indexOf(element) - 1];
    if (before && 'tagName' in before && made.has(before) && !onlyFirst.test(css)) {
      defaultTreeAdapter.insertText(before, css); // one hash in the policy less
      defaultTreeAdapter.detachNode(element);
      return [];
    }
    const style = newElement('style', {}, css);
    made.add(style);
    defaultTreeAdapter.insertBefore(parent, style, element);
    defaultTreeAdapter.detachNode(element);
    return [style];
  });
  return { ...page, elements };
}

/** What counts only at the beginning of a style sheet. */
const onlyFirst = /@(?:charset|import|namespace)/;

function isBlockingStyle(element: Element): boolean {
  return (
    element.tagName === 'link' &&
    attributeOf(element, 'rel') === 'stylesheet' &&
    attributeOf(element, 'media') === undefined &&
    element.parentNode?.nodeName === 'head'
  );
}

/** The classes, types, languages and directions of a page's elements, and the words of its own scripts. */
function namesIn({ elements }: PageTree): Set<string> {
  return new Set(
    elements.flatMap((element) => [
      element.tagName,
      ...(attributeOf(element, 'class') ?? '').split(/\s+/),
      `:lang(${(attributeOf(element, 'lang') ?? '').split('-')[0]})`,
      `[dir=${attributeOf(element, 'dir')}]`,
      ...(element.tagName === 'script' ? wordsOf(textOf(element)) : []),
    ]),
  );
}

/** Whether a text has a letter of a range, which is written as in CSS: `U+A1-A6,U+152`. */
function isInRange(text: string, range: string): boolean {
  const parts = range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().slice(2).split('-');
    return [first, last].map((code) => `\\u{${code}}`).join('-');
  });
  return new RegExp(`[${parts.join('')}]`, 'u').test(text);
}

/**
 * Everything in a script that could be the name of a class or an element that it puts into a page. What it only looks
 * for, and what it names after a dot, such as a property, is none.
 */
export function wordsOf(script: string): string[] {
  return script.replaceAll(lookedFor, '').match(/(?<![\w-]|(?<!\.)\.)[\w-]+/g) ?? [];
}

/** A selector in quotation marks, with the call that takes it. */
const lookedFor = /\.(?:querySelector(?:All)?|closest|matches)\((["'`])(?:\\.|(?!\1|\$\{)[^\\])*\1/gs;
