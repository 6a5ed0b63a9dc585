/** Made by `words-module.ts`: what the search says in the browser, in the site's language. */
declare module 'virtual:search-words' {
  export const words: import('./texts.ts').Words['search']['messages'];
  /** BCP 47 tag. */
  export const locale: string;
}

/** The same of the sheet of the reader's settings. */
declare module 'virtual:settings-words' {
  export const words: import('./texts.ts').Words['settings'] &
    Pick<import('./texts.ts').Words, 'theme' | 'keys'> & {
      /** Null where the owner does not offer it. */
      offline: import('./texts.ts').Words['offline'] | null;
    };
}

/** The same of the form for comments. */
declare module 'virtual:comment-words' {
  export const words: import('./texts.ts').Words['comment']['messages'];
  /** BCP 47 tag. */
  export const locale: string;
}
