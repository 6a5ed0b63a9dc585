import { posix } from 'node:path';
import type { Archive } from './archive.ts';
import { withBoxes } from './boxes.ts';
import { dayOf } from './calendar-day.ts';
import { readFrontmatterBlock } from './frontmatter-block.ts';
import { originsAfter, ownLines } from './line-origins.ts';
import { oldAddress } from './old-address.ts';
import { type OtherSite, otherSite } from './other-site.ts';
import { withParts } from './partials.ts';
import type { Export, Post, Remark } from './post.ts';
import { namesIn, postFields } from './post-fields.ts';
import { translateTags } from './template-tags.ts';

/** What the author says of a folder that nothing in it says. */
export interface FolderOptions {
  /** How addresses are made, such as `/:year/:month/:title/`; null where the program's own way is right. */
  addresses: string | null;
}

/** Folders whose Markdown files are no texts for readers. */
const noTexts =
  /(?:^|\/)(?:_includes|_layouts|_drafts_old|layouts|archetypes|themes|templates?|scaffolds|test|tests|\.github)\//;

/** Names of files that speak to developers, or that are lists. */
const noText =
  /^(?:readme|license|licence|changelog|contributing|code_of_conduct|_index|claude|agents|security|404)(?:\.[\w-]+)?\.(?:md|mdx|markdown)$/i;

/** Reads a folder of Markdown files, whichever program made a site of them. */
export function fromMarkdownFolder(archive: Archive, { addresses }: FolderOptions): Export {
  const site = otherSite(archive);
  const remarks: Remark[] = [];
  const posts: Post[] = [];
  const texts = archive.files.filter((file) => /\.(?:md|mdx|markdown|mkd)$/i.test(file));
  const inFolders = textFolders(site, texts);
  for (const file of texts) {
    const isText = inFolders.some((folder) => file.startsWith(folder));
    if (!isText || noTexts.test(file) || noText.test(posix.basename(file))) {
      if (isText || !noText.test(posix.basename(file)))
        remarks.push({ file, line: 0, what: 'was not taken in: it is not among the posts.' });
      continue;
    }
    const post = readPost(archive, file, site, addresses);
    if (post === null)
      remarks.push({ file, line: 0, what: 'was not taken in: it has neither frontmatter nor a heading.' });
    else posts.push(post);
  }
  const roots = ['', 'static/', 'public/', 'source/', 'assets/', 'src/', 'src/assets/', 'content/'];
  return { kind: site.kind, posts, remarks, base: site.base, hasComments: false, roots };
}

/** The folders in which a program keeps texts; everywhere, where none of them is there. */
function textFolders({ kind }: OtherSite, texts: readonly string[]): string[] {
  const usual: Partial<Record<OtherSite['kind'], string[]>> = {
    Jekyll: ['_posts/', '_drafts/'],
    Hexo: ['source/_posts/', 'source/_drafts/'],
    Hugo: ['content/'],
    Astro: ['src/content/', 'src/pages/', 'content/'],
    Gatsby: ['content/', 'src/posts/'],
  };
  const there = (usual[kind] ?? []).filter((folder) => texts.some((file) => file.startsWith(folder)));
  return there.length > 0 ? there : [''];
}

function readPost(archive: Archive, file: string, site: OtherSite, pattern: string | null): Post | null {
  const source = archive.text(file);
  const block = readFrontmatterBlock(source);
  const { fields: raw } = block;
  if (Object.keys(raw).length === 0 && !/^#\s/m.test(block.text)) return null;
  const read = postFields(raw, site.kind === 'Jekyll');
  const { fields, unused } = read;
  const format = file.endsWith('.mdx') ? 'mdx' : 'md';
  const remarks: Remark[] = [];
  const note = (line: number, what: string) => void remarks.push({ file, line: line + block.line - 1, what });
  if (block.fault !== null) remarks.push({ file, line: 1, what: `the frontmatter ${block.fault}` });
  for (const [name, value] of unused)
    remarks.push({ file, line: 1, what: `\`${name}\` has no field here: ${value}` });

  const { name, day, language } = nameOf(file);
  fields.published ??= dayOf(day) ?? dayInGit(archive, file, remarks);
  fields.draft ||= /(?:^|\/)_?drafts\//.test(file);
  const tag = fields.language ?? language ?? folderLanguage(file) ?? site.language;
  if (tag !== null && tag !== undefined) fields.language = tag;

  const values = new Map([...ownValues(raw), ...site.values, ['page.title', fields.title]]);
  let text = translateTags({ text: block.text, format }, site.kind, values, note, (code) =>
    withBoxes(withParts(code, format, site.kind, archive, values, note), format, site.kind, note),
  );
  ({ text, title: fields.title } = titleOf(text, fields.title, name));
  const lines = originsAfter(block.text, text, ownLines(block.text));

  const slug = typeof raw['slug'] === 'string' && raw['slug'] !== '' ? raw['slug'] : name;
  return {
    source: file,
    line: block.line,
    lines,
    format,
    folder: posix.dirname(file),
    name: slug.replaceAll(/^\/+|\/+$/g, '').replace(/^.*\//, ''),
    fields,
    text,
    addresses: [
      ...new Set([
        ...ownAddresses(raw),
        ...madeAddresses(file, slug, fields, raw, site, pattern),
        ...read.addresses,
      ]),
    ],
    remarks,
  };
}

/** What a text says of itself, by the names under which its tags print it. */
function ownValues(raw: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(raw).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' || typeof value === 'number'
      ? [name, `page.${name}`].map((one): [string, string] => [one, String(value)])
      : [],
  );
}

/** The text without a first heading that only repeats the title, and the title, from that heading where there is no other. */
function titleOf(text: string, title: string, name: string): { text: string; title: string } {
  const heading = /^\s*(?:#[ \t]+(.+?)[ \t]*#*|(.+)\n=+)[ \t]*(?:\n|$)/.exec(text);
  const words = (heading?.[1] ?? heading?.[2] ?? '').trim();
  const plain = words.replaceAll(/[*_`]/g, '');
  if (title === '') {
    if (heading && plain !== '' && plain.length <= 160)
      return { text: text.slice(heading[0].length), title: plain };
    return { text, title: name.replaceAll('-', ' ') };
  }
  const isSame = heading && plain.toLowerCase() === title.toLowerCase();
  return { text: isSame ? text.slice(heading[0].length) : text, title };
}

/** The day on which git got the file: the only one that is known of a text with none of its own. */
function dayInGit(archive: Archive, file: string, remarks: Remark[]): Post['fields']['published'] {
  const day = dayOf(archive.firstDay(file));
  if (day !== null)
    remarks.push({ file, line: 1, what: `\`published\` is ${day}, the day on which git got the file` });
  return day;
}

/** `2019-03-01-a-name.md`, `a-name/index.md` and `a-name.ja.md`: the name, the day and the language in a path. */
function nameOf(file: string): { name: string; day: string; language: string | null } {
  const base = posix.basename(file).replace(/\.\w+$/, '');
  const [, stem = base, tag = null] = /^(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)$/.exec(base) ?? [];
  const isIndex = /^(?:index|_?readme)$/i.test(stem);
  const folder = posix.basename(posix.dirname(file));
  const whole = isIndex && folder !== '.' ? folder : stem;
  const [, day = '', name = ''] = /^(\d{4}-\d{1,2}-\d{1,2})[-_ ]*(.*)$/.exec(whole) ?? [];
  const own = day === '' ? whole : name || day;
  return { name: tag === null ? own : `${own}-${tag.toLowerCase()}`, day, language: tag };
}

/** A folder named as a language, such as `content/ja/`. */
function folderLanguage(file: string): string | null {
  const found =
    /^(?:content|src\/content(?:\/\w+)?)\/(en|ja|zh|cn|ar|fa|he|ko|de|fr|es|pt|it|ru|nl|pl|tr|uk|zh-\w+|pt-br)\//i.exec(
      file,
    );
  return found?.[1] === undefined ? null : found[1].toLowerCase() === 'cn' ? 'zh' : found[1];
}

/** Addresses that the text states itself. */
function ownAddresses(raw: Readonly<Record<string, unknown>>): string[] {
  return ['permalink', 'url'].flatMap((name) => {
    const value = raw[name];
    return typeof value === 'string' && value.startsWith('/') && !value.includes(':') ? [value] : [];
  });
}

function madeAddresses(
  file: string,
  slug: string,
  fields: Post['fields'],
  raw: Readonly<Record<string, unknown>>,
  site: OtherSite,
  pattern: string | null,
): string[] {
  if (ownAddresses(raw).length > 0) return [];
  const sections = sectionsOf(file, site);
  const used = pattern ?? site.patterns.get(sections[0] ?? '') ?? site.patterns.get('') ?? null;
  if (used === null) return [];
  const categories = namesIn(raw['categories'] ?? raw['category'], true) ?? [];
  const made = oldAddress(used, {
    published: fields.published,
    slug,
    title: fields.title,
    categories,
    sections,
  });
  return made === null ? [] : [/\.\w+$|\/$/.test(made) ? made : `${made}/`];
}

function sectionsOf(file: string, { kind }: OtherSite): string[] {
  const folders = posix
    .dirname(file)
    .split('/')
    .slice(kind === 'Hugo' ? 1 : 0);
  return /\/_?index\.[\w.-]+$/.test(file) ? folders.slice(0, -1) : folders;
}
