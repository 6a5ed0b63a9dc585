import { attributeOf, type PageTree, setAttribute } from './page-tree.ts';

/** Lets modules, which run when the page is read, give way to what the first paint needs. */
export function lateScripts({ elements }: PageTree): void {
  for (const element of elements)
    if (
      element.tagName === 'script' &&
      attributeOf(element, 'type') === 'module' &&
      attributeOf(element, 'src')
    )
      setAttribute(element, 'fetchpriority', 'low');
}
