import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { statsOf } from './file-fault.ts';

const imports = /^\s*(?:import|export)\b[^'"\n]*['"](\.{1,2}\/[^'"\n]+)['"]/gm;

/** Whether a text that is imported imports, by itself or through others, a text that imports it: no page could be made of it. */
export function importsInCircle(address: string, importer: string): boolean {
  return isInCircle(resolve(dirname(importer), address), [resolve(importer)], new Set());
}

/** @param above the texts that led to this one */
function isInCircle(path: string, above: readonly string[], done: Set<string>): boolean {
  if (above.includes(path)) return true;
  if (done.has(path) || !/\.mdx?$/.test(path) || !statsOf(path)?.isFile()) return false;
  done.add(path);
  return importsOf(readFileSync(path, 'utf8')).some((address) =>
    isInCircle(resolve(dirname(path), address), [...above, path], done),
  );
}

/** What is known of the files that a text imports from beside it, for whoever keeps what was made of it. */
export function importedFilesKey(path: string, text: string): string[] {
  return importsOf(text).map((address) => {
    const isThere = statsOf(resolve(dirname(path), address)) !== undefined;
    return `${address} ${isThere} ${importsInCircle(address, path)}`;
  });
}

function importsOf(text: string): string[] {
  return [...text.matchAll(imports)].flatMap(([, address]) => address ?? []);
}
