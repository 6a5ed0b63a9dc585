/** A term with the essays that have it. */
export interface IndexEntry {
  term: string;
  essays: { slug: string; title: string; language: string; sections: { id: string; title: string }[] }[];
}

/** The terms that begin with one letter. */
export interface IndexLetter {
  letter: string;
  entries: IndexEntry[];
}
