/**
 * The form in which a word is looked up, whatever it looks like on the page: small letters, no accents, no
 * possessive, nothing but letters and figures. `Web3’s` and `web3` are one, as are `fine-tuning` and `finetuning`.
 */
export function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
}

/**
 * The words of a text in order, plain. A hyphen or dash ends a word only where `parts` is true.
 * @param known words that were met before, with their plain forms; those of this text are added
 */
export function plainWords(text: string, parts: boolean, known = new Map<string, string>()): string[] {
  return text
    .split(parts ? /[\s\p{Pd}/]+/u : /[\s—/]+/u)
    .map((word) => {
      const plain = known.get(word) ?? plainWord(word);
      known.set(word, plain);
      return plain;
    })
    .filter((word) => word !== '');
}
