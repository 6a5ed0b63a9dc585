import { indexedWord, plainWord } from '../../document/normalized-word.ts';

/**
 * Returns the other British or American spellings of a word. A variant that is not a word does no harm: the index
 * does not have it.
 */
export function spellingVariants(word: string): string[] {
  const variants = new Set<string>();
  for (const [ending, other] of endings) {
    if (ending.test(word)) variants.add(word.replace(ending, other));
  }
  variants.delete(word);
  return [...variants];
}

/** Returns a German word with its umlauts as two letters each, or with two letters as the umlaut's, for a word as typed. */
export function letterVariants(typed: string): string[] {
  const plain = plainWord(typed);
  const spelled = plainWord(typed.normalize('NFC').replaceAll(/[äöü]/gi, '$&e'));
  const contracted = plain.replaceAll(/(?<=[aou])e/g, '');
  return [...new Set([spelled, contracted])].filter((variant) => variant !== plain).map(indexedWord);
}

/** What may follow the letters that differ. */
const suffix = '(e|es|ed|er|ers|ing|ation|ations|ational|able)$';

const endings: readonly [RegExp, string][] = [
  [new RegExp(`(?<=\\w{3})is${suffix}`), 'iz$1'],
  [new RegExp(`(?<=\\w{2})iz${suffix}`), 'is$1'],
  [/(?<=l)ys(e|es|ed|er|ers|ing)$/, 'yz$1'],
  [/(?<=l)yz(e|es|ed|er|ers|ing)$/, 'ys$1'],
  [/(?<=\w{2})our(s|ed|ing|able|al|ful|less|ite|ites|ist|ists)?$/, 'or$1'],
  [/(?<=\w{2})or(s|ed|ing|able|al|ful|less|ite|ites|ist|ists)?$/, 'our$1'],
  [/(?<=[bcdghtv])re(s|d)?$/, 'er$1'],
  [/(?<=[bcghtv])er(s|ed)?$/, 're$1'],
  [/(?<=\w{2})enc(e|es)$/, 'ens$1'],
  [/(?<=\w{2})ens(e|es)$/, 'enc$1'],
  [/(?<=[aeiou])ll(ed|er|ers|ing|or|ors)$/, 'l$1'],
  [/(?<=\w{2}[aeiou])l(ed|er|ers|ing|or|ors)$/, 'll$1'],
  [/ogue(s?)$/, 'og$1'],
  [/(?<=\w{3})og(s?)$/, 'ogue$1'],
  [/(?<=gr)amme(s?)$/, 'am$1'],
  [/(?<=gr)am(s?)$/, 'amme$1'],
  [/ae/, 'e'],
  [/^grey/, 'gray'],
  [/^gray/, 'grey'],
  [/(?<=\w{3})ement(s?)$/, 'ment$1'],
  [/(?<=(?:judg|acknowledg))ment(s?)$/, 'ement$1'],
];
