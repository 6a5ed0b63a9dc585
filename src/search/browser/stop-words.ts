/**
 * English stop words: articles, pronouns, prepositions, forms of `be`, `do` and `have`, the short verbs of questions
 * (`come`, `get`, `make`, `mean` …), and their contractions. The list takes 0.4 kB of the compressed script.
 */
const stopWords = new Set(
  `a about after again all also am an and any anyone are arent as at be because been before being but by came can
  cannot cant come comes could did didnt do does doesnt doing dont each every for from gave get gets give gives go goes got
  had happen happens has have having he her him his how i if im in into is isnt it its just let made make makes making many may
  me mean means might mine more most much my no not of on only or other our ours over said say says shall she should so some
  someone such take takes tell than that the their them then there these they this those through to told too took until us
  very was we well went were what when where whether which while who whom whose why will with wont would you your`.split(
    /\s+/,
  ),
);

/** @param word a normalized word */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
