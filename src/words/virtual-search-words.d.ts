/** Made by `search-words.ts`: what the search says in the browser, in the site's language. */
declare module 'virtual:search-words' {
  export const words: import('./texts.ts').Words['search']['messages'];
  /** BCP 47 tag. */
  export const locale: string;
}
