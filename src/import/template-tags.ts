import { fenced } from './fenced.ts';
import { replaceOutsideCode } from './outside-code.ts';
import type { Post, Remark } from './post.ts';
import { attributesOf } from './tag-attributes.ts';

/** Schemes by which a tag names another text; `rewrite-addresses.ts` finds the address. */
export const textScheme = 'other-text:';

/** Writes a note on what was changed on a line. */
export type Note = (line: number, what: string) => void;

/**
 * Turns the tags of a template language that have a form in Markdown into that form: code, links to other texts,
 * pictures, films. Other tags stay; `leftTags` finds them.
 * @param values what `{{ site.url }}` and the like stand for
 * @param expand puts in what the site's own tags stand for, once code can be told from tags
 */
export function translateTags(
  post: Pick<Post, 'text' | 'format'>,
  kind: string,
  values: ReadonlyMap<string, string>,
  note: Note,
  expand: (text: string) => string = (one) => one,
): string {
  const { format } = post;
  let { text } = post;
  if (kind === 'Jekyll' || kind === 'Hexo' || kind === 'Eleventy') {
    text = expand(liquidCode(text));
    const replace = (pattern: RegExp, make: (match: RegExpExecArray, line: number) => string | null) => {
      text = replaceOutsideCode(text, format, pattern, make);
    };
    const own = new Map(values);
    replace(/\{%-?\s*assign\s+([\w-]+)\s*=\s*(?:(["'])(.*?)\2|([\w.-]+))[^%]*-?%\}[ \t]*\n?/g, (match) => {
      const value = match[3] ?? (isRoot(match[4] ?? '') ? '' : values.get(match[4] ?? ''));
      if (value === undefined) return null;
      own.set(match[1] ?? '', value);
      return '';
    });
    replace(/\{\{-?\s*([\w.-]+)\s*(?:\|\s*\w+\s*)?-?\}\}/g, (match) => {
      const name = match[1] ?? '';
      return isRoot(name) ? '' : (own.get(name) ?? null);
    });
    replace(/\{\{-?\s*(["'])(.*?)\1\s*(?:\|[^}]*)?-?\}\}/g, (match) => match[2] ?? null);
    replace(/\{%-?\s*post_(?:url|path)\s+(\S+?)\s*-?%\}/g, (match) => toText(match, match[1] ?? ''));
    replace(/\{%-?\s*link\s+(\S+?)\s*-?%\}/g, (match) => toText(match, match[1] ?? ''));
    replace(/\{%-?\s*post_link\s+(\S+)(?:\s+(.*?))?\s*-?%\}/g, (match) => {
      const label = (match[2] ?? '').replaceAll(/^["']|["']$/g, '') || match[1];
      return `[${label}](${textScheme}${encodeURI(match[1] ?? '')})`;
    });
    replace(/\{%-?\s*(?:asset_img|img)\s+([^%]*?)\s*-?%\}/g, (match) => pictureTag(match[1] ?? ''));
    replace(/\{%-?\s*include\s+(\S+)\s*([^%]*?)\s*-?%\}/g, (match, line) => {
      const picture = attributesOf(match[2] ?? '');
      const source = ['image_path', 'src', 'url', 'image', 'path', 'file', 'img'].map((name) =>
        picture.get(name),
      );
      const address = source.find(
        (one) => one !== undefined && /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(one),
      );
      if (address !== undefined) {
        note(line, `\`${match[1]}\` became a picture`);
        return pictureWith(address, picture.get('alt') ?? '', picture.get('caption') ?? '');
      }
      return filmAt(
        /youtube|video/i.test(match[1] ?? '') ? 'youtube' : '',
        picture.get('id') ?? '',
        line,
        note,
      );
    });
    replace(
      /\{%-?\s*(youtube|vimeo|gist|tweet|speakerdeck)\s+["']?([^\s"'%]+)["']?[^%]*-?%\}/g,
      (match, line) => filmAt(match[1] ?? '', match[2] ?? '', line, note),
    );
    replace(/^[ \t]*[*+-][ \t]+.*\n[ \t]*\{:\s*toc\b[^}\n]*\}[ \t]*$/gim, (_, line) => {
      note(line, 'the mark for a table of contents was removed: every essay has one');
      return '';
    });
    replace(/[ \t]*\{:[^}\n]*\}/g, (match, line) => {
      note(line, `\`${match[0].trim()}\` (attributes of kramdown) was removed`);
      return '';
    });
  }
  if (kind === 'Hugo') {
    text = expand(hugoCode(text));
    const shortcode = (names: string) =>
      new RegExp(`\\{\\{[<%]\\s*(${names})\\s+((?:[^>%]|[>%](?!\\}\\}))*?)\\s*/?[>%]\\}\\}`, 'g');
    text = replaceOutsideCode(text, format, shortcode('ref|relref'), (match) => {
      const name = (match[2] ?? '').trim().replaceAll(/^(?:path=)?["'`]|["'`]$/g, '');
      return toText(match, name);
    });
    text = replaceOutsideCode(text, format, shortcode('figure|img|image'), (match, line) => {
      const picture = attributesOf(match[2] ?? '');
      const source = picture.get('src');
      if (source === undefined) return null;
      note(line, `\`${match[1]}\` became a picture`);
      const caption = picture.get('caption') ?? picture.get('title') ?? '';
      const made = pictureWith(source, picture.get('alt') ?? '', caption);
      const link = picture.get('link');
      return link === undefined || caption !== '' ? made : `[${made}](${link})`;
    });
    text = replaceOutsideCode(
      text,
      format,
      shortcode('youtube|vimeo|gist|tweet|x|instagram'),
      (match, line) => {
        const named = attributesOf(match[2] ?? '');
        const user = named.get('user');
        const id =
          named.get('id') ??
          (match[2] ?? '').replaceAll(/["']/g, '').trim().split(/\s+/).slice(0, 2).join('/');
        return filmAt(match[1] ?? '', user === undefined ? id : `${user}/${id}`, line, note);
      },
    );
  }
  if (kind === 'Obsidian' || kind === 'Markdown' || kind === 'Hugo' || kind === 'Astro') {
    text = replaceOutsideCode(
      text,
      format,
      /(!?)\[\[([^[\]|#\n]+)(#[^[\]|\n]+)?(?:\|([^[\]\n]+))?\]\]/g,
      (match) => {
        const [, isEmbedded, name = '', , label = ''] = match;
        const isPicture = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(name);
        if (isEmbedded && isPicture) return `![${/^\d+(?:x\d+)?$/.test(label) ? '' : label}](<${name}>)`;
        if (isEmbedded) return null;
        return `[${label || name}](${textScheme}${encodeURI(name.trim())})`;
      },
    );
  }
  return text;
}

/** The address of another text where an address stands; a link where the tag would print it among words. */
function toText({ input, index }: RegExpExecArray, name: string): string {
  const address = textScheme + encodeURI(name);
  const isAddress = /(?:\]\(\s*<?|=\s*["']?|\]:\s*<?)[^\s"'<>()]*$/.test(
    input.slice(Math.max(0, index - 200), index),
  );
  return isAddress ? address : `[${name}](${address})`;
}

/** True for a name that stands for the address of the whole site. */
function isRoot(name: string): boolean {
  return /^(?:site\.(?:url|baseurl|github\.url|root)|BASE_PATH|ASSET_PATH|base|base_?url|root_?url)$/i.test(
    name,
  );
}

/** Tags of a template language that a page would print as they are, with their lines in the text. */
export function leftTags(text: string, format: 'md' | 'mdx', file: string, shortcodes = false): Remark[] {
  const found: Remark[] = [];
  const pattern =
    /\{%-?\s*\w[^\n]*?%\}|\{\{[<%][^\n]*?[>%]\}\}|\{\{-?\s*[\w."'][^\n{}]*\}\}|!\[\[[^\]\n]*\]\]/g;
  const ofWordPress = /\\?\[(?:\/[a-z][\w-]*|[a-z][\w-]*(?:\s+[\w-]+=["'][^\]\n]*)+)\\?\](?!\()/g;
  for (const one of shortcodes ? [pattern, ofWordPress] : [pattern])
    replaceOutsideCode(withoutShownCode(text), format, one, (match, line) => {
      const tag = match[0].length > 60 ? `${match[0].slice(0, 59)}…` : match[0];
      found.push({ file, line, what: `\`${tag}\` is a tag of another program. Write what it stood for.` });
      return null;
    });
  return found;
}

/** A text with its lines, without what elements of HTML show as code. */
function withoutShownCode(text: string): string {
  return text.replaceAll(/<(pre|code)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, (code) => code.replaceAll(/[^\n]/g, ' '));
}

/** `{% highlight js %}` as a fence, and `{% raw %}` away, in code too: Liquid runs before Markdown. */
function liquidCode(text: string): string {
  return text
    .replaceAll(
      /^([ \t]*)\{%-?\s*(highlight|codeblock)\b([^%]*?)-?%\}[ \t]*\n?([\s\S]*?)\n?[ \t]*\{%-?\s*end\2\s*-?%\}/gm,
      (_, indent: string, _name, words: string, code: string) => {
        const language = /lang:(\S+)/.exec(words)?.[1] ?? /^\s*([\w+#-]+)/.exec(words)?.[1] ?? '';
        return fenced(code, language, indent);
      },
    )
    .replaceAll(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g, '')
    .replaceAll(/^[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*\n/gm, '')
    .replaceAll(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '');
}

function hugoCode(text: string): string {
  return text.replaceAll(
    /\{\{([<%])\s*highlight\s+["']?([\w+#-]*)["']?[^>%]*[>%]\}\}[ \t]*\n?([\s\S]*?)\n?[ \t]*\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
    (_, _mark, language: string, code: string) => fenced(code, language),
  );
}

/** `[class] /a.png [width] [height] ["title" "alt"]`, as Octopress and Hexo write pictures. */
function pictureTag(words: string): string | null {
  const parts = words.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  const at = parts.findIndex((part) => /[./]/.test(part) && !/^["']/.test(part));
  if (at < 0) return null;
  const rest = parts.slice(at + 1).filter((part) => !/^\d+%?$/.test(part));
  const label = rest.join(' ').replaceAll(/["']/g, '');
  return `![${label}](${parts[at]})`;
}

function pictureWith(address: string, alt: string, caption: string): string {
  const picture = `![${alt.replaceAll(/[[\]]/g, '\\$&')}](<${address}>)`;
  if (caption === '') return picture;
  return `\n<figure>\n\n${picture}\n\n<figcaption>\n\n${caption}\n\n</figcaption>\n</figure>\n`;
}

const films: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/watch?v=',
  vimeo: 'https://vimeo.com/',
  gist: 'https://gist.github.com/',
  speakerdeck: 'https://speakerdeck.com/player/',
  instagram: 'https://www.instagram.com/p/',
  tweet: 'https://twitter.com/i/status/',
  x: 'https://twitter.com/i/status/',
};

/** A link in the place of what another site would show. */
function filmAt(host: string, id: string, line: number, note: Note): string | null {
  const start = films[host];
  if (start === undefined || id === '') return null;
  const address = start + (host === 'tweet' || host === 'x' ? (id.split('/').at(-1) ?? id) : id);
  note(line, `\`${host}\` became a link to ${address}`);
  return `<${address}>`;
}
