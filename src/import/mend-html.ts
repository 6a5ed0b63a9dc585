import { allowedElements, refusedElements } from '../compile/html-names.ts';
import { embeddedPage, isOnlyDress } from './embedded-page.ts';
import { originsAfter, ownLines } from './line-origins.ts';
import { isOtherScheme, isRunnable } from './mend-links.ts';
import { lineAt, replaceOutsideCode } from './outside-code.ts';
import { withoutRepeatedIds } from './repeated-ids.ts';
import type { Note } from './template-tags.ts';

/**
 * HTML in Markdown as this site can show it: what loads another site becomes a link, scripts and styles are removed,
 * words in angle brackets that are no element are shown as words. Every change is noted.
 */
export function mendHtml(markdown: string, noteSource: Note): string {
  let origins = ownLines(markdown);
  const note: Note = (line, what) => noteSource(origins[line - 1] ?? line, what);
  let text = markdown.replaceAll(/\p{Cc}/gu, (character, offset: number) => {
    if (/[\t\n\r]/.test(character)) return character;
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    note(lineAt(markdown, offset), `the invisible character U+${code} was removed`);
    return '';
  });
  const replace = (pattern: RegExp, make: (match: RegExpExecArray, line: number) => string | null) => {
    const before = text;
    text = replaceOutsideCode(before, 'md', pattern, make);
    origins = originsAfter(before, text, origins);
  };
  replace(/<iframe\b([^>]*?)\/?>(?:[\s\S]*?<\/iframe\s*>)?/gi, (match, line) => {
    const page = embeddedPage(attribute(match[1] ?? '', 'src') ?? '');
    if (page === null) return null;
    note(line, `the frame became a link to ${page}`);
    return linkTo(page);
  });
  replace(/<picture\b[^>]*>[\s\S]*?<\/picture\s*>/gi, (match, line) => {
    const kept = match[0].replaceAll(/<source\b[^>]*>/gi, '<!-- another size -->'); // lines stay what they are
    if (kept === match[0]) return null;
    note(line, 'other sizes of a picture were left out: this site makes its own');
    return kept;
  });
  replace(/<img\b[^>]*>/gi, (match, line) => {
    const kept = match[0].replaceAll(/\s+(?:srcset|sizes)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi, '');
    if (kept === match[0]) return null;
    note(line, 'other sizes of a picture were left out: this site makes its own');
    return kept;
  });
  replace(/<(video|audio)\b([^>]*)>([\s\S]*?)<\/\1\s*>/gi, (match, line) => {
    const [, name = '', attributes = '', inner = ''] = match;
    const source =
      attribute(attributes, 'src') ?? attribute(/<source\b([^>]*)>/i.exec(inner)?.[1] ?? '', 'src');
    if (source === null || !/^(?:https?:)?\/\//i.test(source)) return null;
    const page = source.replace(/^\/\//, 'https://');
    note(line, `\`<${name.toLowerCase()}>\` of another site became a link to ${page}`);
    for (const [at, one] of match[0].split('\n').entries())
      if (at > 0 && /<img\b|[\p{L}\p{N}]/iu.test(one.replaceAll(/<(?!img\b)[^<>]*>?/gi, '')))
        note(line + at, `what browsers without \`<${name.toLowerCase()}>\` would show was left out`);
    return linkTo(page);
  });
  replace(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi, (match, line) => {
    const source = attribute(match[1] ?? '', 'src') ?? '';
    const page = source === '' || isOnlyDress(source) ? null : embeddedPage(source);
    note(
      line,
      page === null
        ? `a script was removed (${source || 'in the text'})`
        : `a script became a link to ${page}`,
    );
    return page === null ? '' : linkTo(page);
  });
  replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, (_, line) => {
    note(line, 'a style sheet in the text was removed');
    return '';
  });
  replace(/<(?:link|meta|base)\b[^>]*>/gi, (match, line) => {
    note(line, `\`${short(match[0])}\` was removed`);
    return '';
  });
  replace(/<(object|embed)\b([^>]*)>(?:[\s\S]*?<\/\1\s*>)?/gi, (match, line) => {
    const source = attribute(match[2] ?? '', 'data') ?? attribute(match[2] ?? '', 'src');
    const inside = attribute(
      /<(?:embed|param)\b[^>]*(?:src|name="movie")[^>]*>/i.exec(match[0])?.[0] ?? '',
      'src',
    );
    const page = embeddedPage(source ?? inside ?? '');
    if (page === null) return null;
    note(line, `\`<${match[1]}>\` became a link to ${page}`);
    return linkTo(page);
  });
  replace(
    /<\/?(?:center|font|big|tt|nobr|noscript|blink|marquee|strike|acronym|basefont|main|label|fieldset|legend|form|button|input|select|option|optgroup|textarea|output|progress|meter|datalist|canvas|dialog|map|area)\b[^>]*>/gi,
    (match, line) => {
      note(line, `the tag \`${short(match[0])}\` was removed, what is in it stays`);
      return '';
    },
  );
  replace(/<a\b([^>]*)>([\s\S]*?)<\/a\s*>/gi, (match, line) => {
    const [, attributes = '', words = ''] = match;
    const url = attribute(attributes, 'href') ?? '';
    if (!isOtherScheme(url)) return null;
    note(line, `a link with \`${url.slice(0, url.indexOf(':') + 1)}\` became its words`);
    return isRunnable(url) || words.includes(url) ? words : `${words} (<code>${url}</code>)`;
  });
  replace(/<pre\b[^>]*>[\s\S]*?<\/pre\s*>/gi, (match, line) => {
    const shown = match[0].replaceAll(/<(?=[a-z][\w.-]*@[^<>\s]*>)/gi, '&lt;');
    if (shown === match[0]) return null;
    note(line, 'words in angle brackets in code are shown as words');
    return shown;
  });
  replace(/<([a-z][\w-]*)((?:\s+[^<>]*?)?)(\/?)>/gi, (match, line) => {
    const [whole, name = '', attributes = '', end = ''] = match;
    const isKnown = [...allowedElements, ...refusedElements].some(
      (one) => one.toLowerCase() === name.toLowerCase(),
    );
    if (!isKnown && isComponent(name, attributes, end, text)) return null; // the engine names it, for the author
    if (!isKnown) {
      note(line, `\`${short(whole)}\` is no element of HTML and is shown as words`);
      return `&lt;${whole.slice(1)}`;
    }
    const kept = attributes.replaceAll(
      /\s+(?:(?:style|on[a-z]+|nonce|srcdoc|ping)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)|cite\s*=\s*(?!["']?(?:https?:|\/))(?:"[^"]*"|'[^']*'|[^\s"'>]+))/gi,
      (found) => {
        note(line, `\`${short(found.trim())}\` was removed from \`<${name}>\``);
        return '';
      },
    );
    return kept === attributes ? null : `<${name}${kept}${end}>`;
  });
  replace(/<\/([a-z][\w-]*)\s*>/gi, (match) => {
    const name = (match[1] ?? '').toLowerCase();
    const isKnown = [...allowedElements, ...refusedElements].some((one) => one.toLowerCase() === name);
    const isOpened = new RegExp(`<${match[1]}[\\s>]`).test(text);
    return isKnown || isOpened ? null : `&lt;${match[0].slice(1)}`;
  });
  return withoutRepeatedIds(text, note);
}

/** True for a tag of another program's component, as against words in angle brackets such as `List<String>`. */
function isComponent(name: string, attributes: string, end: string, text: string): boolean {
  if (!/^[A-Z]/.test(name)) return false;
  return end !== '' || /=/.test(attributes) || text.includes(`</${name}>`);
}

function linkTo(page: string): string {
  return `<a href="${page.replaceAll('"', '%22').replaceAll('&', '&amp;')}">${page.replaceAll('&', '&amp;')}</a>`;
}

function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return match ? (match[1] ?? match[2] ?? match[3] ?? '') : null;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
