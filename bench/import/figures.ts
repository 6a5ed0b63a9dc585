/** What an import made of the texts of one site, or of many. */
export interface Figures {
  texts: number;
  published: number;
  drafts: number;
  /** Texts that are not published, and of which the report does not say why. */
  unnamed: number;
  /** Words and pictures in the sources of published texts. */
  words: number;
  pictures: number;
  /** Those that are neither on the page nor named in the report by their line. */
  lostWords: number;
  lostPictures: number;
}

export const nothing: Figures = {
  texts: 0,
  published: 0,
  drafts: 0,
  unnamed: 0,
  words: 0,
  pictures: 0,
  lostWords: 0,
  lostPictures: 0,
};

/** The sums of both. */
export function added(a: Figures, b: Figures): Figures {
  return {
    texts: a.texts + b.texts,
    published: a.published + b.published,
    drafts: a.drafts + b.drafts,
    unnamed: a.unnamed + b.unnamed,
    words: a.words + b.words,
    pictures: a.pictures + b.pictures,
    lostWords: a.lostWords + b.lostWords,
    lostPictures: a.lostPictures + b.lostPictures,
  };
}

/** True where nothing was lost in silence. */
export function isWhole({ unnamed, lostWords, lostPictures }: Figures): boolean {
  return unnamed + lostWords + lostPictures === 0;
}

export function inWords(one: Figures): string {
  return `${one.texts} texts, ${one.published} published, ${one.drafts} drafts, ${one.unnamed} without an entry; ${one.words} words in published sources, ${one.lostWords} lost in silence; ${one.pictures} pictures, ${one.lostPictures} lost in silence`;
}
