import type { Archive } from './archive.ts';
import { fenced } from './fenced.ts';
import { lineAt, replaceOutsideCode } from './outside-code.ts';
import { attributesOf } from './tag-attributes.ts';
import type { Note } from './template-tags.ts';

/**
 * Puts the contents of a site's own parts in their place: files that Jekyll and Eleventy include, and shortcodes of Hugo whose
 * template only prints what it is given. A part with conditions or loops stays as it is, for the author.
 * @param values what `{{ site.url }}` and the like stand for
 */
export function withParts(
  text: string,
  format: 'md' | 'mdx',
  kind: string,
  archive: Archive,
  values: ReadonlyMap<string, string>,
  note: Note,
): string {
  if (kind === 'Jekyll' || kind === 'Eleventy') return withIncludes(text, format, archive, values, note);
  return kind === 'Hugo' ? withShortcodes(text, format, archive, note) : text;
}

function withIncludes(
  text: string,
  format: 'md' | 'mdx',
  archive: Archive,
  values: ReadonlyMap<string, string>,
  note: Note,
): string {
  const include = /\{%-?\s*include(?:_relative)?\s+["']?([\w./-]+)["']?\s*([^%]*?)\s*-?%\}/g;
  return replaceOutsideCode(text, format, include, (match, line) => {
    const [, name = '', words = ''] = match;
    const file = `_includes/${name}`;
    if (!archive.has(file)) return null;
    const given = attributesOf(words);
    const made = filled(withoutLiquidComments(archive.text(file)), (expression) => {
      const [, own] = /^include\.([\w-]+)$/.exec(expression) ?? [];
      return own === undefined ? (values.get(expression) ?? null) : (given.get(own) ?? '');
    });
    if (made === null) return null;
    note(line, `what \`${file}\` holds was put in the place of \`include\``);
    return made;
  });
}

const shortcode =
  /\{\{([<%])\s*([\w-]+)((?:\s+(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^\s>%"`]+(?:"[^"]*")?))*)\s*(\/?)[>%]\}\}(?:((?:(?!\{\{[<%])[\s\S])*?)\{\{[<%]\s*\/\s*\2\s*[>%]\}\})?/g;

function withShortcodes(written: string, format: 'md' | 'mdx', archive: Archive, note: Note): string {
  const text = withShownCode(written, archive, note);
  return replaceOutsideCode(text, format, shortcode, (match, line) => {
    const [, , name = '', words = '', , inner = ''] = match;
    const part = templateOf(name, archive);
    if (part === null) return null;
    const { file, template } = part;
    const takesInner = /\.Inner\b/.test(template);
    if (!takesInner && inner !== '') return null; // then what stands between belongs to the text
    const named = attributesOf(words);
    const inOrder = givenInOrder(words);
    const made = filled(template, (expression) => {
      const [get = '', ...functions] = expression.split(/\s*\|\s*/);
      if (
        !functions.every((one) =>
          /^(?:safe(?:HTML|URL|HTMLAttr)|markdownify|\$?\.?Page\.RenderString|htmlEscape|plainify|trim.*)$/.test(
            one,
          ),
        )
      )
        return null;
      if (/^\$?\.Inner$/.test(get)) return `\n\n${inner.trim()}\n\n`;
      const [, position, key] = /^\$?\.Get\s+(?:(\d+)|["`]([\w-]+)["`])$/.exec(get) ?? [];
      if (position !== undefined) return named.size > 0 ? '' : (inOrder[Number(position)] ?? '');
      return key === undefined ? null : (named.get(key) ?? '');
    });
    if (made === null) return null;
    note(line, `what \`${file}\` makes was put in the place of \`${name}\``);
    return made;
  });
}

/** Shortcodes whose template colours what is between them: Hugo reads them before Markdown, also where they hold marks of code. */
function withShownCode(text: string, archive: Archive, note: Note): string {
  return text.replaceAll(shortcode, (whole, _sign, name: string, words: string, _end, inner, at: number) => {
    const template = typeof inner === 'string' ? templateOf(name, archive)?.template : undefined;
    if (!template || !/\.Inner\b/.test(template)) return whole;
    if (!/\{\{-?\s*(?:highlight|transform\.Highlight)\s/.test(template)) return whole;
    note(lineAt(text, at), `what stands between \`${name}\` became a code block`);
    const code = String(inner).replaceAll(/^[ \t]*\n|\s+$/g, '');
    return `\n\n${fenced(code, languageOf(template, givenInOrder(words)))}\n\n`;
  });
}

function templateOf(name: string, archive: Archive): { file: string; template: string } | null {
  const file = archive.files.find((one) =>
    new RegExp(`^(?:themes/[^/]+/)?layouts/_?shortcodes/${name}\\.html$`).test(one),
  );
  if (file === undefined) return null;
  return { file, template: archive.text(file).replaceAll(/\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g, '') };
}

function givenInOrder(words: string): string[] {
  return [...words.matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`|(\S+)/g)].map(
    (one) => one[1] ?? one[2] ?? one[3] ?? '',
  );
}

/** The language that a template of code names itself, or is given first. */
function languageOf(template: string, given: readonly string[]): string {
  const [, own] = /\bhighlight\s+(?:\([^()]*\)|\S+)\s+"([\w+#-]+)"/i.exec(template) ?? [];
  return own ?? given.find((one) => /^[\w+#-]+$/.test(one)) ?? '';
}

function withoutLiquidComments(template: string): string {
  return template.replaceAll(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, '');
}

/** A template with its expressions replaced; null where it has one with no value, or a condition or loop. */
function filled(template: string, valueFor: (expression: string) => string | null): string | null {
  let isWhole = true;
  const made = template.replaceAll(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (_, expression: string) => {
    const value = valueFor(expression);
    if (value === null) isWhole = false;
    return value ?? '';
  });
  return isWhole && !/\{%|\{\{/.test(made) ? made.trim() : null;
}
