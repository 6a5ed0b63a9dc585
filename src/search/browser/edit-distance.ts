import { distance } from 'fastest-levenshtein';

/**
 * Returns the edit distance of a typed word and a word of the site, or null if the typed word is not a likely
 * misspelling of the other. If the endings differ too, as in `irelevent` and `irrelevance`, the words are compared
 * without them. A common edit costs half.
 */
export function editDistance(word: string, candidate: string): number | null {
  const edits = letterEdits(word, candidate);
  if (edits !== null) return edits;
  const [stem, other] = [withoutSuffix(word), withoutSuffix(candidate)];
  if (Math.min(stem.length, other.length) < 6 || stem === word || other === candidate) return null;
  const stemEdits = consonants(stem) === consonants(other) ? letterEdits(stem, other) : null;
  return stem === other ? 1 : stemEdits && stemEdits + 1;
}

/**
 * Allows one edit from five letters on and two from nine on. From six letters on one more is allowed if only vowels
 * and doubled letters differ, which are the most common errors. Two letters in the wrong order count as one edit. The
 * first letter must be right in a word of fewer than eight letters, because another one makes another word.
 */
function letterEdits(word: string, candidate: string): number | null {
  const shorter = Math.min(word.length, candidate.length);
  const longer = Math.max(word.length, candidate.length);
  const isSwapped = isTransposition(word, candidate);
  if (shorter < 4 || (longer < 5 && !isSwapped) || longer - shorter > 3 || /\d/.test(word + candidate))
    return null;
  if (word[0] !== candidate[0] && shorter < 8 && !isSwapped) return null;
  const edits = isSwapped ? 1 : distance(word, candidate);
  const hasSameConsonants = shorter >= 6 && consonants(word) === consonants(candidate);
  const maxEdits = (shorter >= 9 ? 2 : 1) + (hasSameConsonants ? 1 : 0);
  return edits <= maxEdits ? edits - (hasSameConsonants ? 0.5 : 0) : null;
}

function isTransposition(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  const first = [...word].findIndex((letter, index) => letter !== candidate[index]);
  return (
    first >= 0 &&
    word[first] === candidate[first + 1] &&
    word[first + 1] === candidate[first] &&
    word.slice(first + 2) === candidate.slice(first + 2)
  );
}

/** Removes an English suffix of nouns, adjectives, verbs or adverbs. */
function withoutSuffix(word: string): string {
  return word.replace(
    /(?:(?:[ae]n(?:t|c[ey])|[at]?ion|ment|ism|ist|or|er|ing|al)s?|[ae]nces|ative|ive|ity|ness|ous|[ai]bl[ey]|al?ly|i[sz]ed?|ed)$/,
    '',
  );
}

/** Removes doubled letters, and vowels except a first letter. */
function consonants(word: string): string {
  return word.replaceAll(/(.)\1+/g, '$1').replaceAll(/(?<!^)[aeiouy]/g, '');
}
