import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { decodedComponent } from '../document/decoded.ts';
import type { MadeFile } from '../document/made-file.ts';
import { type PostFinder, postFinder } from './addresses-of-posts.ts';
import type { Archive } from './archive.ts';
import { fileFinder } from './archive-files.ts';
import { firstWords } from './first-words.ts';
import { learnAddresses } from './learned-addresses.ts';
import { originsAfter, ownLines } from './line-origins.ts';
import { mendText } from './mend-text.ts';
import { lineAt } from './outside-code.ts';
import { picturesAsLinks } from './picture-links.ts';
import type { Export, Post, Remark } from './post.ts';
import type { RemotePicture } from './remote-pictures.ts';
import { slugFor } from './slug.ts';
import { type Note, textScheme } from './template-tags.ts';
import { bracketedAddresses, replaceAddresses, type TextAddress } from './text-addresses.ts';
import { insideOf, isSameSite, remoteAddress } from './web-address.ts';

/** An essay as it will be written. */
export interface PlannedEssay {
  slug: string;
  post: Post;
  description: string;
  /** The text without frontmatter, its addresses those of this site. */
  text: string;
  /** Files beside the text, by name. */
  files: Map<string, Uint8Array>;
  /** Slugs of imported essays to which it links. */
  linksTo: Set<string>;
  /** Addresses inside the other site that lead nowhere here, with their lines. */
  broken: { address: string; line: number; use: TextAddress['use'] }[];
  /** What was changed in it. */
  remarks: Remark[];
}

/** Everything that will be written. */
export interface Plan {
  essays: PlannedEssay[];
  /** Files that texts link to, for the folder `public/`. */
  publicFiles: MadeFile[];
}

export interface PlanOptions {
  /** The address of this site, with its slash. */
  siteUrl: string;
  /** The address of the other site, where the export does not say it. */
  base: string | null;
  /** Gets a picture of another site; null where none shall be fetched. */
  fetchPicture: ((address: string) => Promise<RemotePicture>) | null;
}

const pictureEnding = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Decides the slug of every text, and what stands behind each of its addresses. */
export async function planImport(found: Export, archive: Archive, options: PlanOptions): Promise<Plan> {
  const posts = [...found.posts].sort(byAge);
  learnAddresses(posts);
  const taken = new Set<string>();
  const slugs = new Map(posts.map((post) => [post, slugFor(post.name, post.fields.published, taken)]));
  const finder = postFinder(slugs);
  const findFile = fileFinder(archive, found.roots);
  const base = options.base ?? found.base;
  const publicFiles = new Map<string, Uint8Array>();
  const essays: PlannedEssay[] = [];
  for (const [post, slug] of slugs) essays.push(await planEssay(post, slug));
  return { essays, publicFiles: [...publicFiles].map(([path, content]) => ({ path, content })) };

  async function planEssay(post: Post, slug: string): Promise<PlannedEssay> {
    const essay: PlannedEssay = {
      slug,
      post,
      description: '',
      text: '',
      files: new Map(),
      linksTo: new Set(),
      broken: [],
      remarks: [...post.remarks],
    };
    const origins = post.lines ?? ownLines(post.text);
    const noteBy = (lines: readonly number[]) => (line: number, what: string) =>
      void essay.remarks.push({ file: post.source, line: post.line + (lines[line - 1] ?? line) - 1, what });
    const written = bracketedAddresses(mendText(post.text, post.format, noteBy(origins)), post.format);
    const note = noteBy(originsAfter(post.text, written, origins));
    const fetched = await fetchAll(written, post, note);
    const isLost = (value: string) => 'reason' in (fetched.get(remoteAddress(value) ?? '') ?? {});
    const text = picturesAsLinks(written, post.format, isLost);
    essay.text = replaceAddresses(text, post.format, (address) =>
      address.use === 'picture'
        ? pictureAddress(essay, address, () => lineAt(text, address.start), fetched)
        : linkAddress(essay, address, () => lineAt(text, address.start), finder, note),
    ).trim();
    essay.description = post.fields.description ?? firstWords(essay.text, post) ?? post.fields.title;
    return essay;
  }

  /** The remote pictures of a text, fetched where that is wanted. */
  async function fetchAll(text: string, post: Post, note: (line: number, what: string) => void) {
    const all = new Map<string, RemotePicture>();
    if (options.fetchPicture === null) return all;
    const wanted: { address: string; line: number }[] = [];
    replaceAddresses(text, post.format, ({ value, use, start }) => {
      const address = remoteAddress(value);
      if (use === 'picture' && address !== null && localPath(value, post) === null)
        wanted.push({ address, line: lineAt(text, start) });
      return null;
    });
    for (const { address, line } of wanted) {
      if (all.has(address)) continue;
      const picture = await options.fetchPicture(address);
      all.set(address, picture);
      if ('reason' in picture) note(line, `the picture ${address} ${picture.reason}: a link leads to it now`);
    }
    return all;
  }

  /** The file of the archive that an address of a picture or a film means. */
  function localPath(value: string, post: Post): string | null {
    const inside = insideOf(value, base);
    return inside === null ? null : findFile(inside, post.folder);
  }

  function pictureAddress(
    essay: PlannedEssay,
    { value }: TextAddress,
    line: () => number,
    fetched: ReadonlyMap<string, RemotePicture>,
  ): string | null {
    const embedded = /^data:image\/([\w+]+);base64,(.+)$/s.exec(value.trim());
    if (embedded) {
      const ending = (embedded[1] ?? '').replace('svg+xml', 'svg').replace('jpeg', 'jpg');
      return beside(essay, `picture.${ending}`, Buffer.from(embedded[2] ?? '', 'base64'));
    }
    const file = localPath(value, essay.post);
    if (file !== null) {
      const content = archive.bytes(file);
      return pictureEnding.test(file)
        ? beside(essay, posix.basename(file), content)
        : published(file, content);
    }
    const picture = fetched.get(remoteAddress(value) ?? '');
    if (picture && 'content' in picture) return beside(essay, picture.name, picture.content);
    const inside = insideOf(value, base);
    // a picture of the other site that is not in the archive can still be named, and fetched
    if (inside !== null && base !== null) return new URL(inside.replace(/^\//, ''), base).href;
    if (inside?.startsWith('/')) essay.broken.push({ address: value, line: line(), use: 'picture' });
    return null;
  }

  function linkAddress(
    essay: PlannedEssay,
    { value }: TextAddress,
    line: () => number,
    { byAddress, byFile, byName }: PostFinder,
    note: Note,
  ): string | null {
    const { post } = essay;
    const fragment = /#.*$/s.exec(value)?.[0] ?? '';
    const to = (slug: string) => {
      essay.linksTo.add(slug);
      return slug === essay.slug && fragment !== '' ? fragment : `/essays/${slug}/${fragment}`;
    };
    if (value.startsWith(textScheme)) {
      const name = decodeURI(value.slice(textScheme.length)).replace(/#.*$/, '');
      const slug = byName(name) ?? byAddress(name);
      if (slug !== null) return to(slug);
      essay.broken.push({ address: name, line: line(), use: 'link' });
      return `/${encodeURI(name).replace(/^\//, '')}`;
    }
    if (/^www\.[\w-]+\.[a-z]/i.test(value)) {
      note(line(), `\`${value}\` got the \`https://\` that it had not`);
      return `https://${value}`;
    }
    const inside = insideOf(value, base);
    if (inside === null || inside.startsWith('#') || inside === '') return null;
    const path = inside.replace(/[?#].*$/s, '');
    if (path === '') return null;
    const absolute = path.startsWith('/') ? path : null;
    const folderOfAddress = post.addresses[0]?.replace(/[^/]*$/, '') ?? '/';
    const slug =
      byAddress(absolute ?? posix.join(folderOfAddress, path)) ??
      byFile(
        posix.normalize(absolute === null ? posix.join(post.folder, decodedComponent(path)) : path.slice(1)),
      ) ??
      (absolute === null && /\.mdx?$/.test(path) ? byName(path) : null);
    if (slug !== null) return to(slug);
    const file = findFile(inside, post.folder);
    if (file !== null && !/\.(?:mdx?|markdown)$/i.test(file))
      return published(file, archive.bytes(file)) + fragment;
    if (inside === '/' || inside === '/index.html') return '/';
    if (base !== null && !isSameSite(base, options.siteUrl))
      return new URL(inside, new URL(folderOfAddress.slice(1), base)).href;
    essay.broken.push({ address: value, line: line(), use: 'link' });
    return null;
  }

  /** Puts a picture beside the text. @returns its address from there */
  function beside(essay: PlannedEssay, name: string, content: Uint8Array): string {
    const safe = safeName(name);
    const [, stem = safe, ending = ''] = /^(.*?)(\.\w+)$/.exec(safe) ?? [];
    for (let number = 1; ; number += 1) {
      const free = number === 1 ? safe : `${stem}-${number}${ending}`;
      const there = essay.files.get(free);
      if (there && !sameBytes(there, content)) continue;
      essay.files.set(free, content);
      return `./${free}`;
    }
  }

  /** Puts a file where the other site had it. @returns its address */
  function published(file: string, content: Uint8Array): string {
    const root = found.roots.find((one) => one !== '' && file.startsWith(one)) ?? '';
    const path = file.slice(root.length).split('/').map(safeName).join('/');
    publicFiles.set(path, content);
    return `/${path}`;
  }
}

/** By day and then by source, so that slugs never depend on the file system. */
function byAge(a: Post, b: Post): number {
  const [one, other] = [a.fields.published ?? '', b.fields.published ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return a.source < b.source ? -1 : 1;
}

/** A name that needs no escapes in an address and no care on any file system. */
function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+/, '');
  if (plain.length <= 80 && plain !== '') return plain;
  const [, ending = ''] = /(\.\w+)$/.exec(plain) ?? [];
  return `${createHash('sha256').update(name).digest('hex').slice(0, 16)}${ending}`;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a.buffer, a.byteOffset, a.length).equals(b);
}
