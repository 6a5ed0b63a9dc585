import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Root } from 'hast';
import type { StoredHistory } from '../anchors/dropped-anchors.ts';
import type { Resolve } from '../anchors/resolve.ts';
import type { Cache } from '../cache/cache.ts';
import { parsedJson } from '../cache/cached-json.ts';
import { keyOf } from '../cache/key.ts';
import { type CommentFile, parseComments } from '../comments/comment-folder.ts';
import { type CommentSetting, shownComments } from '../comments/shown-comments.ts';
import { statsOf } from '../compile/file-fault.ts';
import { type CompileWords, textFinisher } from '../compile/finish-text.ts';
import { importedFilesKey } from '../compile/imported-texts.ts';
import { pageHtml } from '../compile/page-html.ts';
import { foundIn, type ParsedText, textParser } from '../compile/parse-text.ts';
import { publicPictureSums } from '../compile/public-picture.ts';
import { bibliographyNames, type CitationStyle } from '../compile/steps/bibliography.ts';
import type { TextSource } from '../compile/text-source.ts';
import { wikiNamesKey } from '../compile/wiki-names.ts';
import type { BlockIds } from '../document/block-ids.ts';
import type { Document } from '../document/document.ts';
import { type FoundBlocks, noBlocks } from '../document/found-blocks.ts';
import type { Problem } from '../document/problem.ts';
import { languageOfRecord } from '../document/record-name.ts';
import { type CommentOrPlace, onlyComments } from '../document/shown-comment.ts';
import { cachedHistory } from './cached-history.ts';
import { cachedResolve } from './cached-resolve.ts';
import { pictureProblems } from './picture-problems.ts';

/** A document without its body and its comments, which are read when they are wanted. */
export interface CompiledText<Metadata> extends Omit<Document<Metadata>, 'body' | 'comments'> {
  /** Absolute path of its source. */
  path: string;
  /** SHA-256 of its source. */
  source: string;
  /** Changes whenever anything in the document changes. */
  key: string;
  problems: Problem[];
  /** Comments on it, the places of removed ones not counted. */
  commentCount: number;
  /** True where it has a comment, or the place of a removed one. */
  hasComments: boolean;
  /** A tree that several forms read and none may change. */
  body(): Root;
  comments(): CommentOrPlace[];
  /** The body as HTML for a page; null where only MDX can show it. */
  html(): string | null;
}

/** Compiles texts, and takes what did not change since the last build from the cache. */
export interface TextCompiler {
  /** Which block has which id. */
  resolve: Resolve;
  history: StoredHistory;
  /** What a text holds that can have an id (null where the parser cannot read it), and the mistakes in it that are seen before ids are given. */
  blocks(source: TextSource, language: string): Promise<{ found: FoundBlocks | null; problems: Problem[] }>;
  /** The whole document. `problems` holds the mistakes that `blocks` reports too. */
  document<Metadata>(
    source: TextSource,
    metadata: Metadata,
    language: string,
    ids: BlockIds,
    comments?: EssayComments,
  ): Promise<CompiledText<Metadata>>;
}

/** What a document's comments are made of. */
export interface EssayComments extends Pick<CommentSetting, 'found' | 'removed' | 'pending'> {
  files: readonly CommentFile[];
}

const noComments: EssayComments = {
  files: [],
  found: noBlocks,
  removed: [],
  pending: [],
};

/** What a document depends on beside its source and its ids. */
export interface CompilerOptions {
  cache: Cache;
  /** Version of the code, the configuration and the interface texts. */
  version: string;
  /** What the interface says inside of a text in a language. */
  words(language: string): CompileWords;
  siteLanguage: string;
  citations: CitationStyle;
  /** Hosts from which a text can show frames. */
  embeds: readonly string[];
  /** Absolute path of the content folder, in which all pictures lie. */
  content: string;
}

export function textCompiler({
  cache,
  version,
  words,
  siteLanguage,
  citations,
  embeds,
  content,
}: CompilerOptions): TextCompiler {
  const parse = textParser(words, siteLanguage, embeds);
  const finish = textFinisher(words, siteLanguage, citations);
  const parsed = new Map<string, ParsedText>(); // from `blocks` to `document`, so that no text is parsed twice

  const bodyOf = lastRead<Root>((key) => parsedJson(cache.getKept('body', key)));
  const commentsOf = lastRead<CommentOrPlace[]>((key) => parsedJson(cache.getKept('comments', key)));
  const json = (kind: string, key: string) => {
    const bytes = cache.get(kind, key);
    return bytes && parsedJson(bytes);
  };
  const store = (kind: string, key: string, value: unknown) =>
    cache.put(
      kind,
      key,
      Buffer.from(typeof value === 'string' ? value : JSON.stringify(value, withoutBigInt)),
    );
  const sourceKey = (source: TextSource, language: string) =>
    keyOf(
      version,
      source.file,
      source.text,
      language,
      ...namesBeside(source),
      ...publicPictureSums(source.text),
    );

  async function blocks(source: TextSource, language: string) {
    const key = sourceKey(source, language);
    const before = json('blocks', key);
    if (before) return before;
    const text = await parse(source, language);
    parsed.set(key, text);
    const made = foundIn(text);
    store('blocks', key, made);
    return made;
  }

  async function document<Metadata>(
    source: TextSource,
    metadata: Metadata,
    language: string,
    ids: BlockIds,
    comments = noComments,
  ): Promise<CompiledText<Metadata>> {
    const base = sourceKey(source, language);
    const { ids: own, previous, tombstones, outdated } = ids;
    const key = keyOf(
      base,
      JSON.stringify([metadata, own, previous, tombstones, comments.removed, comments.pending, outdated]),
      ...bibliography(source),
      ...readingTimes(source),
      ...comments.files.flatMap(({ file, text }) => [file, text ?? '']),
    );
    const make = async () => {
      const text = parsed.get(base) ?? (await parse(source, language));
      parsed.delete(base);
      const read = parseComments(comments.files);
      const shown = shownComments(read.comments, { ...comments, slug: source.slug, ids });
      const { body, comments: _, ...rest } = await finish(text, { slug: source.slug, metadata }, ids, shown);
      const problems = [...(text.file.data.problems ?? []), ...read.problems];
      store('document', key, { ...rest, commentCount: onlyComments(shown).length, problems });
      if (hasComments) store('comments', key, shown);
      store('body', key, body);
      store('html', key, rest.components.length > 0 ? '' : pageHtml(body));
    };
    let facts = json('document', key);
    const hasComments = comments.files.length + comments.removed.length + comments.pending.length > 0;
    const kinds = ['body', 'html', ...(hasComments ? ['comments'] : [])];
    if (!facts || !kinds.every((kind) => cache.keep(kind, key))) {
      await make();
      facts = json('document', key);
    }
    const ofPictures = await pictureProblems({ ...facts, path: source.path }, content, cache);
    return {
      ...facts,
      problems: [...facts.problems, ...ofPictures],
      path: source.path,
      source: createHash('sha256').update(source.text).digest('hex'),
      key,
      hasComments,
      body: () => bodyOf(key),
      comments: () => (hasComments ? commentsOf(key) : []),
      html: () => Buffer.from(cache.getKept('html', key)).toString('utf8') || null,
    };
  }

  return {
    resolve: cachedResolve(cache),
    history: cachedHistory(cache, 'dropped-anchors'),
    blocks,
    document,
  };
}

/**
 * What lies beside a text and may be named in it, and, where it has links by name, every text. The ledger is written by
 * the build itself.
 */
function namesBeside({ path, text }: TextSource): string[] {
  const names = readdirSync(dirname(path), { recursive: true, encoding: 'utf8' });
  return [
    ...names
      .filter(
        (name) => !/^(?:anchors\.json|comments(?:[/\\].*)?)$/.test(name) && languageOfRecord(name) === null,
      )
      .sort(),
    ...(text.includes('[[') ? [wikiNamesKey()] : []),
    ...importedFilesKey(path, text),
  ];
}

/** The works that a text can cite, as bytes. */
function bibliography({ path }: TextSource): Uint8Array[] {
  return bibliographyNames
    .map((name) => join(dirname(path), name))
    .filter((file) => statsOf(file)?.isFile())
    .map((file) => readFileSync(file));
}

/** The times of a recording of the text, as bytes. */
function readingTimes({ path, text }: TextSource): Uint8Array[] {
  if (!/\btimes=/.test(text)) return [];
  return readdirSync(dirname(path), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.vtt$/i.test(name))
    .sort()
    .map((name) => readFileSync(join(dirname(path), name)));
}

/** A number such as `1n` in the program of an expression is written from its source; JSON has none. */
function withoutBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? null : value;
}

/** Reads by a key, and not again while the key is the same: the forms of a text are made one after another. */
function lastRead<Value>(read: (key: string) => Value): (key: string) => Value {
  let last: { key: string; value: Value } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}
