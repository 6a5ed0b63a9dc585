import { storeSetting } from './stored-setting.ts';

const { body, documentElement, fonts } = document;
const { dataset } = documentElement;

/**
 * Loads the fonts of the site after the first paint. The text gets them if that moves nothing that is in view; else the
 * page stays in the font that it has, and the next page begins in these. What this browser has is remembered by the
 * address of the first font, whose name has a sum of its bytes: the script in the head asks for known fonts at once.
 */
async function useFonts(): Promise<void> {
  if (!dataset['face'])
    await Promise.all([fonts.load('1em Vollkorn', body.innerText), fonts.load('italic 1em Vollkorn')]);
  if (!('fonts' in dataset)) applyUnmoved('fonts', '');
  const first = document.querySelector<HTMLLinkElement>('link[as=font]');
  if (first && fonts.check('1em Vollkorn')) storeSetting('fonts', first.href);
}

function applyUnmoved(name: string, value: string): void {
  const before = positions();
  dataset[name] = value;
  const after = positions();
  if (before.length !== after.length || before.some((one, index) => Math.abs(one - (after[index] ?? 0)) > 1))
    delete dataset[name];
}

/** Where each piece of text that is in view begins, in pixels. */
function positions(): number[] {
  const found: number[] = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    range.selectNode(texts.currentNode);
    const { top, bottom } = range.getBoundingClientRect();
    const [first] = range.getClientRects();
    if (first && top < innerHeight && bottom > 0) found.push(first.left, first.top);
  }
  return found;
}

// the style of what appears later, and that for paper
for (const late of document.querySelectorAll('link[as=style]')) {
  late.removeAttribute('as');
  Object.assign(late, { rel: 'stylesheet', media: '' });
}
if (dataset['fonts'] !== 'true') useFonts().catch(console.warn); // it is `true` where they are known
// here, because a script of its own would take the code that loads parts out of the one that is loaded first
if (document.querySelector('semantics, .reading'))
  import('./rare-parts.ts').then((parts) => parts.loadRareParts(applyUnmoved));
