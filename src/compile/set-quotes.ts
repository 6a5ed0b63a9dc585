import { elisionsIn, isElision } from './elisions.ts';
import { quotationMarks } from './quotation-marks.ts';

const space = /^\s?$/;
const opening = /[([{<¡¿\-–—/«‹„‚“‘「『（【〈《]/;
const closing = /[)\]}>.,;:!?…\-–—/»›”’」』）】〉》、。，；：！？"']/;
const word = /[\p{L}\p{N}\p{M}]/u;
/** Scripts in which a quotation mark needs no space beside it. */
const joined = /[\p{sc=Hang}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303f\uff00-\uffef]/u;
const hebrew = /\p{sc=Hebr}/u;
const narrowSpace = '\u202f';

/**
 * What stands for the straight quotation marks and apostrophes of a text, by their index: the marks of its language,
 * apostrophes (`l’écueil`, `’til`, `’90s`, `rock ’n’ roll`) and primes (`6′2″`). Two of a kind together are left as
 * they are.
 * @param text of a whole block, in which all that is no prose is letters
 * @param language BCP 47 tag
 */
export function setQuotes(text: string, language: string): Map<number, string> {
  const marks = quotationMarks(language);
  const elisions = elisionsIn(language);
  const set = new Map<number, string>();
  const openers = new Set<number>(); // indices of the marks that opened
  const open = { '"': false, "'": false };
  const lastEnd = lastSingleEnd(text);
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark !== '"' && mark !== "'") continue;
    if (text[at + 1] === mark) {
      while (text[at + 1] === mark) at += 1;
      continue;
    }
    const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
    const prime = primeAt(text, at, open[mark]);
    if (prime !== null) set.set(at, prime);
    else if (mark === "'" && isApostrophe(at, before, after)) set.set(at, '’');
    else if (hebrew.test(before) && hebrew.test(after))
      continue; // an abbreviation: צה"ל
    else if (opens(at, mark, before, after)) {
      open[mark] = true;
      openers.add(at);
      place(at, mark === '"' ? marks.double[0] : marks.single[0], at + 1);
    } else if (mark === "'" && !open[mark]) set.set(at, '’');
    else {
      open[mark] = false;
      if (mark === '"') open["'"] = false;
      place(at, mark === '"' ? marks.double[1] : marks.single[1], at - 1);
    }
  }
  return set;

  function isApostrophe(at: number, before: string, after: string): boolean {
    if (word.test(before) && word.test(after)) return !joined.test(before) && !joined.test(after);
    if (!space.test(before) && !opening.test(before) && !openers.has(at - 1))
      return text.slice(at - 2, at) === "'n";
    if (isElision(text, at, elisions)) return true;
    return word.test(after) && !joined.test(after) && before !== '' && lastEnd < at; // no quotation ends behind it
  }

  function opens(at: number, mark: '"' | "'", before: string, after: string): boolean {
    if (space.test(before)) return !open[mark] || (!space.test(after) && !closing.test(after));
    if (space.test(after)) return false;
    const canOpen = openers.has(at - 1) || (opening.test(before) && !set.has(at - 1));
    if (canOpen !== closing.test(after)) return canOpen;
    return (canOpen || !word.test(before) || joined.test(before) || joined.test(after)) && !open[mark];
  }

  /** A mark with a space of its own takes the place of a space that was written there. */
  function place(at: number, mark: string, inside: number) {
    set.set(at, mark);
    if (mark.includes(narrowSpace) && text[inside] === ' ') set.set(inside, '');
  }
}

/** Of feet and minutes, inches and seconds: `6'2"`, `5" × 7"`. */
function primeAt(text: string, at: number, isOpen: boolean): string | null {
  const before = text.slice(Math.max(0, at - 12), at);
  if (!/\d[½¼¾]?$/.test(before)) return null;
  if (text[at] === "'") return /^'\s?\d+(?:[.,]\d+)?[½¼¾]?"/.test(text.slice(at, at + 12)) ? '′' : null;
  return !isOpen || /\d'\s?[\d.,]+[½¼¾]?$/.test(before) ? '″' : null;
}

/** The index of the last mark that can end a quotation in single marks; -1 where there is none. */
function lastSingleEnd(text: string): number {
  for (let at = text.length - 1; at > 0; at -= 1)
    if (text[at] === "'" && !/\s/.test(text[at - 1] ?? '') && !word.test(text[at + 1] ?? '')) return at;
  return -1;
}
