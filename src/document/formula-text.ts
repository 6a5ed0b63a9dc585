import type { Element, ElementContent } from 'hast';

/** The letters of one line, and those that are raised or lowered in their place. */
const plain = '0123456789+−=()aehijklmnoprstuvx';
const raised = new Map(
  [...plain].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵉʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛˣ'][index]]),
);
const lowered = new Map(
  [...plain].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][index]]),
);

/** Signs above a letter, as letters that join the one before them. */
const accents = new Map([
  ['ˆ', '\u0302'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['˜', '\u0303'],
  ['¯', '\u0304'],
  ['‾', '\u0304'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['→', '\u20d7'],
]);

/** Operators that have a space on both sides where they stand between two things. */
const between = /^[=≠<>≤≥≈≡∼≅+−±×÷∈∉⊂⊆⊃⊇→←↔⇒⇐⇔∪∩∧∨]$/u;

/**
 * A formula as it is written where there are only letters, such as `E = mc²` or `(a + b)/2`, for a list of headings.
 * @param node MathML
 */
export function formulaText(node: ElementContent): string {
  if (node.type === 'text') return node.value.replaceAll(/[\u2061-\u2064]/g, ''); // operators that nobody sees
  if (node.type !== 'element' || /^annotation/.test(node.tagName)) return '';
  const parts = node.children.filter((child) => child.type === 'element');
  const [first = '', second = '', third = ''] = parts.map((part) => formulaText(part));
  switch (node.tagName) {
    case 'msup':
      return /^′+$/.test(second) ? first + second : first + script('^', second, raised);
    case 'msub':
    case 'munder':
      return first + script('_', second, lowered);
    case 'msubsup':
    case 'munderover':
      return first + script('_', second, lowered) + script('^', third, raised);
    case 'mover':
      return first + (accents.get(second) ?? script('^', second, raised));
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`;
    case 'msqrt':
      return `√${grouped(row(node))}`;
    case 'mroot':
      return `${script('', second, raised)}√${grouped(first)}`;
    case 'mtable':
      return parts.map((part) => formulaText(part)).join('; ');
    case 'mtr':
      return parts.map((part) => formulaText(part)).join(', ');
    case 'mspace':
      return ' ';
    default:
      return row(node);
  }
}

function row({ children }: Element): string {
  const texts = children.map(formulaText);
  return texts
    .map((text, index) => {
      const before = texts[index - 1] ?? '';
      const isBetween = /[^([{,]$/u.test(before) && !between.test(before) && index < texts.length - 1;
      return isBetween && between.test(text) ? ` ${text} ` : text;
    })
    .join('')
    .replaceAll(/ {2,}/g, ' ');
}

function script(mark: string, text: string, signs: ReadonlyMap<string, string | undefined>): string {
  const letters = [...text.replaceAll(' ', '')].map((sign) => signs.get(sign));
  return letters.every((letter) => letter !== undefined) ? letters.join('') : mark + grouped(text);
}

/** With brackets where it is more than one thing. */
function grouped(text: string): string {
  return /^(?:[\p{L}\p{M}]|[\d.,]+|\(.*\))$/u.test(text) ? text : `(${text})`;
}
