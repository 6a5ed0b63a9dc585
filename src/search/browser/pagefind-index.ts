/**
 * Pagefind's engine (its WebAssembly) without Pagefind's own scripts, which hide failed requests, have no timeout and
 * are larger than the rest of the search. The functions declared here are those that Pagefind 1.6 exports;
 * `tests/unit/search/build/search-index.test.ts` fails if another version differs.
 */

/** An occurrence of a word in a section. */
export interface Position {
  /** Number of words before it in the section's record, which begins with the title. */
  location: number;
  /** 1 for a whole word, more in a title, less for a component of a joined word. */
  weight: number;
  /** The stem of the word at this position. */
  stem: string;
}

/** A section that has a word. */
export interface Hit {
  /** The name of the section's record file, without folder and extension. */
  section: string;
  /** Length of the section in words. */
  length: number;
  positions: Position[];
  /** Stems that matched in metadata fields, such as `title`, by field. */
  fields: Map<string, string[]>;
}

/** Everything the index has for one word. */
export interface WordHits {
  /** The stem of the word. Hits may have a longer stem or, for an unknown word, a shorter one. */
  stem: string;
  /** Number of sections in the index, and their mean length in words. */
  sectionCount: number;
  meanLength: number;
  hits: Hit[];
}

/** Loads and decompresses a file of the `pagefind` folder. Rejects if it is not complete. */
export type LoadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

export class PagefindIndex {
  readonly #engine: Engine;
  readonly #load: LoadFile;
  readonly #chunks = new Map<string, Promise<void>>();
  readonly #cache = new Map<string, WordHits>();
  #index: number;

  private constructor(engine: Engine, index: number, load: LoadFile) {
    this.#engine = engine;
    this.#index = index;
    this.#load = load;
  }

  /**
   * @param wasm the engine
   * @param contents the index's table of contents
   * @throws if the engine or the index is not one of Pagefind 1.6
   */
  static async open(
    wasm: Uint8Array<ArrayBuffer>,
    contents: Uint8Array,
    load: LoadFile,
  ): Promise<PagefindIndex> {
    const { instance } = await WebAssembly.instantiate(wasm, {
      './pagefind_web_bg.js': { __wbindgen_init_externref_table: () => undefined },
    });
    const engine = instance.exports;
    if (!isEngine(engine)) throw new Error('This is not the engine of Pagefind 1.6');
    const index = engine.init_pagefind(...writeBytes(engine, contents));
    if (!index) throw new Error('Pagefind could not read its index');
    // in this mode an answer has the stems that matched; without them an unknown word looks like a known one
    return new PagefindIndex(engine, engine.enter_playground_mode(index), load);
  }

  /**
   * Finds the sections that have a word or a longer word with this prefix. If there are none, it finds those that
   * have the word's longest known prefix.
   * @param filters names and values that a section must have
   * @throws if a file cannot be loaded
   */
  async find(word: string, filters: Record<string, string> = {}): Promise<WordHits> {
    const filterText = JSON.stringify(filters);
    const cached = this.#cache.get(word + filterText);
    if (cached) return cached;
    const chunks = this.#chunkNames('request_indexes', word).map((name) =>
      this.#loadChunk(`index/${name}.pf_index`, 'load_index_chunk'),
    );
    const filterChunks = this.#chunkNames('request_filter_indexes', filterText).map((name) =>
      this.#loadChunk(`filter/${name}.pf_filter`, 'load_filter_chunk'),
    );
    await Promise.all([...chunks, ...filterChunks]);
    const engine = this.#engine;
    const answer = engine.search(
      this.#index,
      ...writeBytes(engine, encode(word)),
      ...writeBytes(engine, encode(word)),
      ...writeBytes(engine, encode(filterText)),
      ...writeBytes(engine, encode('')),
      0,
      0,
    );
    const hits = wordHits(JSON.parse(readText(engine, answer)));
    if (this.#cache.size > 200) this.#cache.clear();
    this.#cache.set(word + filterText, hits);
    return hits;
  }

  #chunkNames(method: 'request_indexes' | 'request_filter_indexes', text: string): string[] {
    const answer = this.#engine[method](this.#index, ...writeBytes(this.#engine, encode(text)));
    const names: unknown = JSON.parse(readText(this.#engine, answer));
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && name !== '') : [];
  }

  #loadChunk(path: string, method: 'load_index_chunk' | 'load_filter_chunk'): Promise<void> {
    const loading =
      this.#chunks.get(path) ??
      this.#load(path).then((bytes) => {
        this.#index = this.#engine[method](this.#index, ...writeBytes(this.#engine, bytes));
        if (!this.#index) throw new Error(`Pagefind could not read ${path}`);
      });
    this.#chunks.set(path, loading);
    loading.catch(() => this.#chunks.delete(path));
    return loading;
  }
}

/** The part of Pagefind's answer that is used, with Pagefind's short names. */
interface EngineAnswer {
  search_keywords: string[];
  results: {
    p: string;
    params: { tp: number; apl: number; dl: number };
    l: { l: number; w: number; v: { ws: string } }[];
    vms: { fn: string; mt: string[] }[];
  }[];
}

function wordHits(answer: EngineAnswer): WordHits {
  const [first] = answer.results;
  return {
    stem: answer.search_keywords[0] ?? '',
    sectionCount: first?.params.tp ?? 0,
    meanLength: first?.params.apl ?? 1,
    hits: answer.results.map(({ p, params, l, vms }) => ({
      section: p,
      length: params.dl,
      positions: l.map((one) => ({ location: one.l, weight: one.w / 24, stem: one.v.ws })),
      fields: new Map(vms.map(({ fn, mt }) => [fn, mt])),
    })),
  };
}

/** A range of the engine's memory. */
type Memory = [pointer: number, length: number];

interface Engine extends WebAssembly.Exports {
  memory: WebAssembly.Memory;
  init_pagefind(...contents: Memory): number;
  enter_playground_mode(index: number): number;
  request_indexes(index: number, ...word: Memory): Memory;
  request_filter_indexes(index: number, ...filters: Memory): Memory;
  load_index_chunk(index: number, ...chunk: Memory): number;
  load_filter_chunk(index: number, ...chunk: Memory): number;
  search(index: number, ...textsThenFlags: number[]): Memory;
  __wbindgen_malloc(size: number, align: number): number;
  __wbindgen_free(pointer: number, size: number, align: number): void;
}

function isEngine(exports: WebAssembly.Exports): exports is Engine {
  return ['search', 'enter_playground_mode', '__wbindgen_malloc'].every((name) => name in exports);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = (text: string) => encoder.encode(text);

/** Copies bytes into the engine's memory. The engine frees them. */
function writeBytes(engine: Engine, bytes: Uint8Array): Memory {
  const pointer = engine.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(engine.memory.buffer).set(bytes, pointer);
  return [pointer, bytes.length];
}

/** Reads a text from the engine's memory and frees it. */
function readText(engine: Engine, [pointer, length]: Memory): string {
  const text = decoder.decode(new Uint8Array(engine.memory.buffer, pointer >>> 0, length));
  engine.__wbindgen_free(pointer, length, 1);
  return text;
}
