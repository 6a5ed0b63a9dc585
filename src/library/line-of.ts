import { readFileSync } from 'node:fs';

/** The first line of a file on which words stand; 0 for none. */
export function lineOf(path: string, words: string): number {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(words)) + 1;
}
