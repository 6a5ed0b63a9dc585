import { readFileSync, writeFileSync } from 'node:fs';
import { withDevServer } from './dev-server.ts';

/**
 * Measures the time from saving a file under `npm run dev` to the first answer that has the new text.
 * @param library a content folder
 * @param essay the file that is saved, relative to that folder
 * @returns milliseconds, one number for each save; the resolution is 20 milliseconds
 */
export function updateDelay(library: string, essay: string): Promise<number[]> {
  return withDevServer(library, async ({ content, find }) => {
    const file = `${content}/${essay}`;
    const text = readFileSync(file, 'utf8');
    const waitFor = async (word: string) => {
      while ((await find(word).catch(() => [])).length === 0)
        await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await waitFor('the');
    const times: number[] = [];
    for (const word of ['zweihander', 'quokka', 'xylograph', 'wyvern', 'kumquat']) {
      writeFileSync(file, `${text}\nThe text has one ${word}.\n`);
      const saved = performance.now();
      await waitFor(word);
      times.push(performance.now() - saved);
    }
    return times;
  });
}
