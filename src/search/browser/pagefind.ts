/**
 * Pagefind's engine (its WebAssembly) without the scripts that come with it: those hide a file that did not
 * arrive, wait without end and weigh more than the answer. The few functions used here are those that
 * Pagefind 1.6 exports; `tests/unit/elements/pagefind.test.ts` goes red should another version differ.
 */

/** Where a word stands in one section. */
export interface Place {
  /** Counted in words from the beginning of the section's record; its title comes first. */
  location: number;
  /** 1 for a whole word, more in a title, less for a part of a joined word. */
  weight: number;
  /** The index's own form of the word that stands there. */
  stem: string;
}

/** A section that has a word. */
export interface Hit {
  /** Names the section's fragment file. */
  section: string;
  /** Words in the section. */
  length: number;
  places: Place[];
  /** Forms of the words that matched in a field beside the text, such as `title`. */
  fields: Map<string, string[]>;
}

/** Everything the index has for one word. */
export interface WordHits {
  /** The word in the index's own form; what is found may be longer or, where the word is unknown, shorter. */
  stem: string;
  /** How many sections there are, and their mean length in words. */
  sections: number;
  meanLength: number;
  hits: Hit[];
}

/** Fetches a file of the `pagefind` folder whole and unpacked, or rejects. */
export type LoadFile = (path: string) => Promise<Uint8Array>;

export class PagefindIndex {
  readonly #engine: Engine;
  readonly #load: LoadFile;
  readonly #chunks = new Map<string, Promise<void>>();
  readonly #words = new Map<string, WordHits>();
  #index: number;

  private constructor(engine: Engine, index: number, load: LoadFile) {
    this.#engine = engine;
    this.#index = index;
    this.#load = load;
  }

  /**
   * @param wasm the engine, unpacked
   * @param meta the index's table of contents, unpacked
   */
  static async open(wasm: Uint8Array<ArrayBuffer>, meta: Uint8Array, load: LoadFile): Promise<PagefindIndex> {
    const { instance } = await WebAssembly.instantiate(wasm, {
      './pagefind_web_bg.js': { __wbindgen_init_externref_table: () => undefined },
    });
    const engine = instance.exports;
    if (!isEngine(engine)) throw new Error('This is not the engine of Pagefind 1.6');
    const index = engine.init_pagefind(...pass(engine, meta));
    if (!index) throw new Error('Pagefind could not read its index');
    // the mode in which an answer names the stems that matched; without it an unknown word looks known
    return new PagefindIndex(engine, engine.enter_playground_mode(index), load);
  }

  /**
   * Sections that have a word, a longer word that begins with it or, where there is neither, its beginning.
   * Rejects when a file that the answer needs did not arrive.
   * @param filters names and values that a section must have
   */
  async find(word: string, filters: Record<string, string> = {}): Promise<WordHits> {
    const wanted = JSON.stringify(filters);
    const known = this.#words.get(word + wanted);
    if (known) return known;
    const chunks = this.#ask('request_indexes', word).map((name) =>
      this.#chunk(`index/${name}.pf_index`, 'load_index_chunk'),
    );
    const filterChunks = this.#ask('request_filter_indexes', wanted).map((name) =>
      this.#chunk(`filter/${name}.pf_filter`, 'load_filter_chunk'),
    );
    await Promise.all([...chunks, ...filterChunks]);
    const engine = this.#engine;
    const raw = engine.search(
      this.#index,
      ...pass(engine, encode(word)),
      ...pass(engine, encode(word)),
      ...pass(engine, encode(wanted)),
      ...pass(engine, encode('')),
      0,
      0,
    );
    const hits = wordHits(JSON.parse(take(engine, raw)));
    if (this.#words.size > 200) this.#words.clear();
    this.#words.set(word + wanted, hits);
    return hits;
  }

  #ask(question: 'request_indexes' | 'request_filter_indexes', text: string): string[] {
    const raw = this.#engine[question](this.#index, ...pass(this.#engine, encode(text)));
    const names: unknown = JSON.parse(take(this.#engine, raw));
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && name !== '') : [];
  }

  #chunk(path: string, method: 'load_index_chunk' | 'load_filter_chunk'): Promise<void> {
    const loading =
      this.#chunks.get(path) ??
      this.#load(path).then((bytes) => {
        this.#index = this.#engine[method](this.#index, ...pass(this.#engine, bytes));
        if (!this.#index) throw new Error(`Pagefind could not read ${path}`);
      });
    this.#chunks.set(path, loading);
    loading.catch(() => this.#chunks.delete(path));
    return loading;
  }
}

interface RawAnswer {
  search_keywords: string[];
  results: {
    p: string;
    params: { tp: number; apl: number; dl: number };
    l: { l: number; w: number; v: { ws: string } }[];
    vms: { fn: string; mt: string[] }[];
  }[];
}

function wordHits(raw: RawAnswer): WordHits {
  const [first] = raw.results;
  return {
    stem: raw.search_keywords[0] ?? '',
    sections: first?.params.tp ?? 0,
    meanLength: first?.params.apl ?? 1,
    hits: raw.results.map(({ p, params, l, vms }) => ({
      section: p,
      length: params.dl,
      places: l.map((place) => ({ location: place.l, weight: place.w / 24, stem: place.v.ws })),
      fields: new Map(vms.map(({ fn, mt }) => [fn, mt])),
    })),
  };
}

type Text = [pointer: number, length: number];

interface Engine extends WebAssembly.Exports {
  memory: WebAssembly.Memory;
  init_pagefind(...meta: Text): number;
  enter_playground_mode(index: number): number;
  request_indexes(index: number, ...word: Text): Text;
  request_filter_indexes(index: number, ...filters: Text): Text;
  load_index_chunk(index: number, ...chunk: Text): number;
  load_filter_chunk(index: number, ...chunk: Text): number;
  search(index: number, ...textsThenFlags: number[]): Text;
  __wbindgen_malloc(size: number, align: number): number;
  __wbindgen_free(pointer: number, size: number, align: number): void;
}

function isEngine(exports: WebAssembly.Exports): exports is Engine {
  return ['search', 'enter_playground_mode', '__wbindgen_malloc'].every((name) => name in exports);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const encode = (text: string) => encoder.encode(text);

/** Puts bytes into the engine's memory, which the engine then owns. */
function pass(engine: Engine, bytes: Uint8Array): Text {
  const pointer = engine.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(engine.memory.buffer).set(bytes, pointer);
  return [pointer, bytes.length];
}

/** Takes a text out of the engine's memory and gives the memory back. */
function take(engine: Engine, [pointer, length]: Text): string {
  const text = decoder.decode(new Uint8Array(engine.memory.buffer, pointer >>> 0, length));
  engine.__wbindgen_free(pointer, length, 1);
  return text;
}
