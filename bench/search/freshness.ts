import { readFileSync, writeFileSync } from 'node:fs';
import { besideWriting } from './writing-server.ts';

/**
 * Milliseconds from saving a file under `npm run dev` to the first answer that knows what was saved, asked for
 * every 20 milliseconds; one number for each of some savings.
 * @param library a content folder
 * @param essay the file that is saved, from that folder
 */
export function freshness(library: string, essay: string): Promise<number[]> {
  return besideWriting(library, async ({ content, find }) => {
    const file = `${content}/${essay}`;
    const text = readFileSync(file, 'utf8');
    const until = async (word: string) => {
      while ((await find(word).catch(() => [])).length === 0)
        await new Promise((next) => setTimeout(next, 20));
    };
    await until('the');
    const times: number[] = [];
    for (const word of ['zweihander', 'quokka', 'xylograph', 'wyvern', 'kumquat']) {
      writeFileSync(file, `${text}\nHere stands one ${word}.\n`);
      const saved = performance.now();
      await until(word);
      times.push(performance.now() - saved);
    }
    return times;
  });
}
