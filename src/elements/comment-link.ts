import style from '../styles/comment-links.css?inline';

/** The most characters of a quotation in an address; a comment takes no more either. */
const longestQuote = 500;

/**
 * The address of a page's form for a comment on one of its passages, relative to the page.
 * @param block the id of a paragraph or a section
 * @param quote words of it
 */
export function commentAddress(block: string, quote = ''): string {
  const query = new URLSearchParams({ passage: block });
  const words = quote.replaceAll(/\s+/g, ' ').trim().slice(0, longestQuote).toWellFormed();
  if (words) query.set('quote', words);
  return `?${query}#leave-a-comment`;
}

/** A link to the page's form, named as the form is; null where the page has none. Its address is set when it is shown. */
export function newCommentLink(): HTMLAnchorElement | null {
  const title = document.querySelector('comment-form summary')?.textContent;
  if (!title) return null;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return Object.assign(document.createElement('a'), { title, textContent: title });
}
