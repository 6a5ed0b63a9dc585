import { useFormulaFont } from './formula-font.ts';

/** Loads what only pages with formulas or with a recording need. @param applyUnmoved see `useFormulaFont` */
export function loadRareParts(applyUnmoved: (name: string, value: string) => void): void {
  if (document.querySelector('semantics')) useFormulaFont(applyUnmoved).catch(console.warn);
  if (document.querySelector('.reading')) import('./reading-start.ts').catch(console.warn);
}
