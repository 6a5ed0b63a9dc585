import { calloutKind } from '../compile/callout-kinds.ts';
import { replaceOutsideCode } from './outside-code.ts';
import { attributesOf } from './tag-attributes.ts';
import type { Note } from './template-tags.ts';

/** Names that themes give to one tag for boxes of every kind; the kind is then an attribute. */
const general = /^(?:admonition|alert|box|callout|hint|message|notice|note)$/;

/** Boxes of Hugo's themes and of Hexo, and what folds, as `:::` and `<details>`. */
export function withBoxes(text: string, format: 'md' | 'mdx', kind: string, note: Note): string {
  const inHugo =
    /^([ \t]*)\{\{[<%]\s*([\w-]+)((?:\s+[^{}<>%]*)?)\s*[>%]\}\}[ \t]*\n?((?:(?!\{\{[<%]\s*\/?\s*\2[\s/>%])[\s\S])*?)\n?[ \t]*\{\{[<%]\s*\/\s*\2\s*[>%]\}\}/gm;
  const inHexo =
    /^([ \t]*)\{%\s*(note|blockquote|fold|details)((?:\s+[^{}%]*)?)\s*%\}[ \t]*\n?((?:(?!\{%\s*(?:end)?\2[\s%])[\s\S])*?)\n?[ \t]*\{%\s*end\2\s*%\}/gm;
  const pattern = kind === 'Hugo' ? inHugo : kind === 'Hexo' || kind === 'Jekyll' ? inHexo : null;
  if (pattern === null) return text;
  return replaceOutsideCode(text, format, pattern, (match, line) => {
    const [, , name = '', words = '', inner = ''] = match;
    const made = box(name.toLowerCase(), words.trim(), inner.trim());
    if (made !== null)
      note(line, `\`${name}\` became ${made.startsWith(':::') ? 'a callout' : 'its form in Markdown'}`);
    return made;
  });
}

function box(name: string, words: string, inner: string): string | null {
  const named = attributesOf(words);
  const bare = named.size > 0 ? '' : words.replaceAll(/["'`]/g, '');
  if (name === 'blockquote')
    return `${inner.replaceAll(/^/gm, '> ')}${bare === '' ? '' : `\n>\n> — ${bare}`}`;
  if (/^(?:details|fold|collapse|expand|spoiler)$/.test(name)) {
    const label = named.get('summary') ?? named.get('title') ?? (bare || '…');
    return `<details>\n<summary>${label.replaceAll('<', '&lt;')}</summary>\n\n${inner}\n\n</details>`;
  }
  const isGeneral = general.test(name);
  const [first = '', ...others] = bare.split(/\s+/);
  const said = isGeneral ? (named.get('type') ?? named.get('kind') ?? named.get('context') ?? first) : name;
  const kind = calloutKind(said.toLowerCase());
  if (kind === null && !isGeneral) return null;
  const rest = isGeneral && kind !== null ? others.join(' ') : bare;
  const title = named.get('title') ?? rest;
  const label = title === '' ? '' : `[${title.replaceAll(/[[\]]/g, '\\$&')}]`;
  return `:::${kind === null ? 'note' : said.toLowerCase()}${label}\n\n${inner}\n\n:::`;
}
