import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { proseHints, withoutSkippedLevels } from '../compile/prose-hints.ts';
import { essaysFolder, pagesFolder, root } from '../paths.ts';
import { counted } from './progress.ts';

/**
 * Prints what in the texts may be worth another look. It is advice and never stops anything; errors are what a build
 * reports.
 * @param fixes true to write what can be corrected without a decision: headings that skip a level
 */
export function checkProse(fixes: boolean): void {
  let hints = 0;
  for (const path of [...textsIn(essaysFolder), ...textsIn(pagesFolder)]) {
    const format = path.endsWith('.mdx') ? 'mdx' : 'md';
    let text = readFileSync(path, 'utf8');
    const fixed = fixes ? withoutSkippedLevels(text, format) : text;
    if (fixed !== text) {
      writeFileSync(path, fixed);
      text = fixed;
      console.log(`${shown(path)}: levels of headings corrected`);
    }
    for (const { line, advice } of proseHints(text, format)) {
      hints += 1;
      console.log(`${shown(path)}:${line}: hint: ${advice}`);
    }
  }
  if (hints > 0) console.log(`${counted(hints, 'hint')}. They stop nothing.`);
}

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name) && !/(?:^|[\\/])comments[\\/]/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function shown(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}
