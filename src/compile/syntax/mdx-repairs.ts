import { attributeBraces } from './hidden-marks.ts';

/** What the parser of MDX could not read, and where. */
export interface SyntaxFault {
  /** Index in the text; -1 where it is unknown. */
  offset: number;
}

/**
 * The text of an `.mdx` file with one construct of Markdown that MDX does not read written in a way that it does: an
 * HTML comment, an address in angle brackets, or attributes in braces.
 * @returns null where what stands at the fault is none of these
 */
export function repairedMdx(text: string, { offset }: SyntaxFault): string | null {
  if (offset < 0) return null;
  const angle = text.lastIndexOf('<', offset);
  if (angle >= 0) {
    const rest = text.slice(angle);
    const comment = /^<!--((?:(?!<!--)[\s\S])*?)-->/.exec(rest);
    if (comment && offset <= angle + 4) {
      // of the same length, so that everything behind it stays where it is
      const inside = (comment[1] ?? '').replaceAll('*/', '* ');
      return replaced(text, angle, comment[0], `{/*${inside} */}`);
    }
    const address = /^<([a-z][a-z\d+.-]*:[^\s<>]*)>/i.exec(rest);
    if (address && isInside(address[0])) return replaced(text, angle, address[0], link(address[1] ?? '', ''));
    const mail = /^<([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)>/.exec(rest);
    if (mail && isInside(mail[0])) return replaced(text, angle, mail[0], link(mail[1] ?? '', 'mailto:'));
  }
  const brace = text.lastIndexOf('{', offset);
  const attributes =
    brace < 0 ? null : /^\{(:?[ \t]*(?:[#.]|[\w-]+=|-[ \t]*(?=\}))[^{}\n]*)\}/.exec(text.slice(brace));
  if (!attributes || offset > brace + attributes[0].length) return null;
  const { open, close } = attributeBraces;
  return replaced(text, brace, attributes[0], `${open}${attributes[1] ?? ''}${close}`);

  function isInside(found: string): boolean {
    return offset <= angle + found.length;
  }
}

function replaced(text: string, at: number, found: string, by: string): string {
  return text.slice(0, at) + by + text.slice(at + found.length);
}

function link(address: string, scheme: string): string {
  return `[${address.replaceAll(/[[\]*_`<{\\]/g, String.raw`\$&`)}](${scheme}${address.replaceAll(/[()<{]/g, encodeURIComponent)})`;
}
