/** A text that is the translation of an essay. */
export interface TranslationText {
  /** The slug of the essay. */
  original: string;
  file: string;
  text: string;
  metadata: { language: string; draft: boolean };
}

/** The record of a translation, which has the same name as its text but may be without it. */
export interface RecordOfTranslation {
  /** The slug of the essay. */
  original: string;
  language: string;
  /** Path from the repository's top. */
  file: string;
}
