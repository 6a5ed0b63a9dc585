import { type Atrule, type CssNode, clone, generate, parse, walk } from 'css-tree';

/** A style sheet that was parsed once, and what it became for pages that have the same of its names. */
export interface ParsedStyle {
  tree: CssNode;
  /** What its selectors name: classes, types of elements, `:lang(ja)`, `[dir=rtl]`; and ranges of fonts as `U+A1`. */
  names: readonly string[];
  made: Map<string, string>;
}

export function parseStyle(css: string): ParsedStyle {
  const tree = parse(css);
  const names = new Set<string>();
  walk(tree, (node) => {
    if (node.type === 'ClassSelector' || node.type === 'TypeSelector') names.add(node.name);
    if (isLanguage(node) || isDirection(node)) names.add(plain(node));
    const range = node.type === 'Atrule' ? rangeOf(node) : null;
    if (range) names.add(range);
  });
  return { tree, names: [...names], made: new Map() };
}

/**
 * A style sheet without the rules that can apply to nothing in a page, and without the fonts that only they ask for, so
 * that the first answer of a server holds it.
 * @param used whether a class, a type of element, a language or a letter of a range is in the page, or may be put there
 *   by a script
 */
export function neededRules(style: ParsedStyle, used: (name: string) => boolean): string {
  const here = new Set(style.names.filter((name) => name === '*' || used(name)));
  const key = [...here].join(' ');
  const known = style.made.get(key);
  if (known !== undefined) return known;
  const tree = clone(style.tree);
  walk(tree, {
    visit: 'Rule',
    enter(rule, item, list) {
      if (rule.prelude.type !== 'SelectorList') return;
      rule.prelude.children = rule.prelude.children.filter((selector) => canApply(selector, here));
      if (rule.prelude.children.isEmpty) list?.remove(item);
      else for (const selector of rule.prelude.children) leaveOutChoices(selector, here);
    },
  });
  const asked = fontsIn(tree);
  walk(tree, {
    visit: 'Atrule',
    enter(rule, item, list) {
      const range = rangeOf(rule);
      const family = descriptorOf(rule, 'font-family');
      if ((range && !here.has(range)) || (family && !asked.includes(family))) list?.remove(item);
    },
  });
  walk(tree, {
    visit: 'Atrule',
    leave({ name, block }, item, list) {
      // an empty layer still has its rank
      if (/^(?:media|supports)$/.test(name) && block?.children.isEmpty) list?.remove(item);
    },
  });
  const css = generate(tree);
  style.made.set(key, css);
  return css;
}

/** Whether every class, type, language and direction that a selector asks for is there; what `:not()` says is not looked at. */
function canApply(selector: CssNode, here: ReadonlySet<string>): boolean {
  if (selector.type !== 'Selector') return true;
  return selector.children.toArray().every((part) => {
    if (part.type === 'ClassSelector' || part.type === 'TypeSelector') return here.has(part.name);
    if (isLanguage(part) || isDirection(part)) return here.has(plain(part));
    if (part.type !== 'PseudoClassSelector' || !/^(?:is|where|has)$/.test(part.name)) return true;
    const choices = part.children?.first;
    return choices?.type !== 'SelectorList' || choices.children.some((choice) => canApply(choice, here));
  });
}

/**
 * Takes out of each `:is()` and `:where()` of a selector the choices that cannot apply. What `:not()` says stays, as do
 * choices of unlike kinds: the heaviest of them decides how much `:is()` weighs.
 */
function leaveOutChoices(selector: CssNode, here: ReadonlySet<string>): void {
  if (selector.type !== 'Selector') return;
  for (const part of selector.children) {
    if (part.type !== 'PseudoClassSelector' || !/^(?:is|where)$/.test(part.name)) continue;
    const choices = part.children?.first;
    if (choices?.type !== 'SelectorList') continue;
    const kinds = new Set(choices.children.map(kindOf));
    if (part.name === 'where' || kinds.size === 1)
      choices.children = choices.children.filter((choice) => canApply(choice, here));
  }
}

/** The kinds of the parts of a selector, such as a class below a type. */
function kindOf(selector: CssNode): string {
  if (selector.type !== 'Selector') return selector.type;
  const isPlain = (part: CssNode) => part.type !== 'PseudoClassSelector' || part.name === 'lang';
  const parts = selector.children.toArray().filter(({ type }) => type !== 'Combinator');
  return parts.map((part) => (isPlain(part) ? part.type : generate(part))).join(' ');
}

/** The letters of a `@font-face` as it writes them; null where it has no range. */
function rangeOf(rule: Atrule): string | null {
  return descriptorOf(rule, 'unicode-range');
}

function descriptorOf({ name, block }: Atrule, descriptor: string): string | null {
  if (name !== 'font-face' || !block) return null;
  for (const part of block.children)
    if (part.type === 'Declaration' && part.property === descriptor) return generate(part.value);
  return null;
}

/** What the rules of a style sheet say of fonts, in variables as well. */
function fontsIn(tree: CssNode): string {
  let values = '';
  walk(tree, {
    visit: 'Rule',
    enter(rule) {
      walk(rule, (node) => {
        if (node.type === 'Declaration' && /^(?:--|font$|font-family$)/.test(node.property))
          values += `${generate(node.value)};`;
      });
    },
  });
  return values;
}

/** `[dir="rtl"]` without quotation marks. */
function plain(node: CssNode): string {
  return generate(node).replaceAll('"', '');
}

function isDirection(node: CssNode): boolean {
  return node.type === 'AttributeSelector' && node.name.name === 'dir';
}

function isLanguage(node: CssNode): boolean {
  return node.type === 'PseudoClassSelector' && node.name === 'lang';
}
