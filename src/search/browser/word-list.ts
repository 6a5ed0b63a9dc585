import { editDistance } from './edit-distance.ts';
import type { LoadFile } from './pagefind-index.ts';

/** The first word of each chunk of the word list. The list is stored twice. */
interface WordListContents {
  /** Chunks of the words in alphabetical order. */
  heads: string[];
  /** Chunks of the reversed words in alphabetical order. Empty if the list is small. */
  tails: string[];
}

/** The words of the site's texts, in chunks. A correction loads only the chunks that can have similar words. */
export class WordList {
  readonly #load: LoadFile;
  #contents: Promise<WordListContents> | undefined;
  readonly #chunks = new Map<string, Promise<Map<string, number>>>();

  constructor(load: LoadFile) {
    this.#load = load;
  }

  /**
   * Returns the word of the site that is most similar to a misspelt word, or null. Of equally similar words it
   * prefers the one in more sections.
   * @param isAllowed whether a word may be returned
   */
  async nearest(word: string, isAllowed: (candidate: string) => boolean): Promise<string | null> {
    const similar = await this.similar(word);
    let best: string | null = null;
    let leastCost = Number.POSITIVE_INFINITY;
    for (const [candidate, sectionCount] of similar) {
      const edits = editDistance(word, candidate);
      if (edits === null || !isAllowed(candidate)) continue;
      const cost = edits + (candidate[0] === word[0] ? 0 : 0.5) + 0.2 / (1 + sectionCount);
      if (cost < leastCost || (cost === leastCost && best !== null && candidate < best)) {
        best = candidate;
        leastCost = cost;
      }
    }
    return best;
  }

  /**
   * Returns the words that have the first two or the last two letters of a word, and others of their chunks, with the
   * number of sections that have each. A misspelling rarely changes both ends of a word.
   */
  async similar(word: string): Promise<Map<string, number>> {
    this.#contents ??= this.#load('words/contents.pf_words').then((bytes) =>
      JSON.parse(new TextDecoder().decode(bytes)),
    );
    this.#contents.catch(() => (this.#contents = undefined));
    const { heads, tails } = await this.#contents;
    const paths = [
      ...chunksWithPrefix(heads, word.slice(0, 2)).map((chunk) => `words/head-${chunk}.pf_words`),
      ...chunksWithPrefix(tails, reverse(word).slice(0, 2)).map((chunk) => `words/tail-${chunk}.pf_words`),
    ];
    const chunks = await Promise.all(paths.map((path) => this.#loadChunk(path)));
    return new Map(chunks.flatMap((chunk) => [...chunk]));
  }

  #loadChunk(path: string): Promise<Map<string, number>> {
    const loading = this.#chunks.get(path) ?? this.#load(path).then(parseChunk);
    this.#chunks.set(path, loading);
    loading.catch(() => this.#chunks.delete(path));
    return loading;
  }
}

function reverse(word: string): string {
  return [...word].reverse().join('');
}

/**
 * Returns the numbers of the chunks that can have words with a prefix.
 * @param firstWords the first word of each chunk, in alphabetical order
 */
function chunksWithPrefix(firstWords: readonly string[], prefix: string): number[] {
  return firstWords.flatMap((first, chunk) => {
    const next = firstWords[chunk + 1];
    const beginsBefore = first.slice(0, prefix.length) <= prefix;
    const endsAfter = next === undefined || next >= prefix;
    return (beginsBefore || chunk === 0) && endsAfter ? [chunk] : [];
  });
}

/** Parses a chunk: one word per line, followed by the number of its sections if that is more than one. */
function parseChunk(bytes: Uint8Array): Map<string, number> {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return new Map(
    lines.map((line) => {
      const [word = '', count = '1'] = line.split(' ');
      return [word, Number(count)];
    }),
  );
}
