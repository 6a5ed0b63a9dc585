import type { Element, Root } from 'hast';
import { html, svg } from 'property-information';
import type { VFile } from 'vfile';
import { type Problem, problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import type { ComponentNode } from '../components/component.ts';
import { allowedElements, refusedElements } from '../html-names.ts';
import { positionOf, report } from '../report.ts';
import { isEmbedFrame } from './embeds.ts';

/** Attributes that run code, send something, or change how the page looks. */
const refusedAttributes =
  /^(?:on.*|style|srcdoc|formaction|action|ping|nonce|is|http-?equiv|srcobject|background|attributionsrc|xml:?base)$/i;

/** Attributes by which Astro puts HTML into a page, or code of an element: also on components. */
const directives = /^(?:(?:set|is|client|server|define):.*|dangerouslysetinnerhtml|innerhtml)$/i;

/**
 * Refuses elements and attributes by which a text could run code, load or send something, or change the page around
 * it, and names those that are none of HTML, which would be lost. Components are not concerned.
 */
export function allowedHtml() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node, _index, parent) => {
      if (node.type === 'element' && !isEmbedFrame(node, parent)) checkElement(node, file);
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkJsx(node, file);
    });
  };
}

function checkElement(node: Element, file: VFile): void {
  if (isTaskBox(node)) return;
  if (!isAllowed(node.tagName, node, file)) return;
  for (const [attribute, value] of Object.entries(node.properties)) {
    checkAttribute(attribute, node.tagName, node, file);
    const values = { attribute, name: node.tagName };
    if (value === '' && !isKnown(attribute))
      reportOnce(file, node, problem('text/unknown-attribute', values, positionOf(file, node)));
  }
}

/** False for a word that is none, as in `a <b and c> d`; data of other programs is. */
function isKnown(attribute: string): boolean {
  return attribute in html.property || attribute in svg.property || !/^[a-z][a-z\d]*$/.test(attribute);
}

/** An element of HTML in JSX of which an attribute is computed. */
function checkJsx(node: ComponentNode, file: VFile): void {
  const { name } = node;
  for (const attribute of node.attributes)
    if (attribute.type === 'mdxJsxAttribute' && directives.test(attribute.name))
      refuse(attribute.name, name ?? '', node, file);
  if (!name || !/^[a-z][\w-]*$/.test(name)) return;
  if (!isAllowed(name, node, file)) return;
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute') checkAttribute(attribute.name, name, node, file);
    else report(file, problem('text/spread-attributes', { name }, positionOf(file, node)));
  }
}

function isAllowed(name: string, node: Element | ComponentNode, file: VFile): boolean {
  if (allowedElements.has(name)) return true;
  const { line } = positionOf(file, node);
  const isComponent = (one: Problem) => one.code === 'text/component-in-markdown' && one.line === line;
  if (file.data.problems?.some(isComponent)) return false; // `<Embed>`, which is reported already
  const code = refusedElements.has(name) ? 'text/refused-element' : 'text/unknown-element';
  report(file, problem(code, { name: asWritten(name, node, file) }, positionOf(file, node)));
  return false;
}

/** The name with the capitals that its author wrote, which HTML does not keep. */
function asWritten(name: string, node: Element | ComponentNode, file: VFile): string {
  const line = (file.data.written ?? '').split('\n')[(node.position?.start.line ?? 0) - 1] ?? '';
  const at = line.toLowerCase().indexOf(`<${name}`);
  return at < 0 ? name : line.slice(at + 1, at + 1 + name.length);
}

function checkAttribute(attribute: string, name: string, node: Element | ComponentNode, file: VFile): void {
  if (refusedAttributes.test(attribute)) refuse(attribute, name, node, file);
}

function refuse(attribute: string, name: string, node: Element | ComponentNode, file: VFile): void {
  const values = { attribute: attribute.toLowerCase(), name };
  reportOnce(file, node, problem('text/refused-attribute', values, positionOf(file, node)));
}

/** HTML opens an `<i>` that was not closed again in every block below, there without a position: that is the same mistake. */
function reportOnce(file: VFile, node: Element | ComponentNode, one: Problem): void {
  const isKnown = file.data.problems?.some(({ message }) => message === one.message);
  if (node.position || !isKnown) report(file, one);
}

/** The box of a task list, which Markdown writes. */
function isTaskBox({ tagName, properties }: Element): boolean {
  return tagName === 'input' && properties['type'] === 'checkbox' && properties['disabled'] === true;
}
