import { storeSetting } from './stored-setting.ts';

const { documentElement, fonts } = document;

/**
 * Loads the font of formulas, after those of the text, where a page has some. A browser that had it once uses it from
 * the beginning of the next page.
 * @param applyUnmoved sets what the style asks for, if that moves nothing that is in view
 */
export async function useFormulaFont(applyUnmoved: (name: string, value: string) => void): Promise<void> {
  const signs = document.querySelectorAll('semantics :is(mi, mn, mo)');
  // a single letter is set in italics, which are in the part that is always loaded
  const text = [...signs]
    .map((one) =>
      one.hasAttribute('mathvariant') ? one.textContent : one.textContent.replace(/^[a-z]$/i, ' '),
    )
    .join('');
  await fonts.ready;
  await fonts.load('1em "STIX Two Math"', text);
  if (documentElement.dataset['formulas'] !== 'on') applyUnmoved('formulas', 'on');
  storeSetting('formulas', 'on');
}
