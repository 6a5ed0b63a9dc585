/**
 * The same word as others spell it: British and American endings, in both directions. A made-up form does no
 * harm: the index does not know it.
 */
export function otherSpellings(word: string): string[] {
  const found = new Set<string>();
  for (const [ending, other] of endings) {
    if (ending.test(word)) found.add(word.replace(ending, other));
  }
  found.delete(word);
  return [...found];
}

/** What may follow the part of a word that is spelt in two ways. */
const tail = '(e|es|ed|er|ers|ing|ation|ations|ational|able)$';

const endings: readonly [RegExp, string][] = [
  [new RegExp(`(?<=\\w{3})is${tail}`), 'iz$1'],
  [new RegExp(`(?<=\\w{2})iz${tail}`), 'is$1'],
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
