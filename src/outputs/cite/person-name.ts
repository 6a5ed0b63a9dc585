/** A name as CSL-JSON has it. */
export type PersonName = { family: string; given: string } | { literal: string };

/** A word of a person's name in Latin letters: `Ann`, `O'Neill`, `K.`, `Jean-Luc`. */
const word = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u;

/** Words with which a family name can begin. */
const particle = /^(?:al|da|de|del|della|den|der|di|dos|du|el|la|le|ten|ter|van|von|zu)$/;

/**
 * A name from the frontmatter in the two parts by which styles turn it round. Only two to four words in Latin letters are
 * taken for given names before a family name; `The editors` or a name in another script is kept as it is.
 */
export function personName(name: string): PersonName {
  const words = name.trim().split(/\s+/);
  const isPerson =
    words.length >= 2 &&
    words.length <= 4 &&
    !/^(?:The|Die|Der|Das|La|Le|Les|El|Los)$/.test(words[0] ?? '') &&
    /^[\p{Script=Latin}\p{M}\p{P}\s]+$/u.test(name) &&
    words.every((one, index) => word.test(one) || (index > 0 && particle.test(one))) &&
    word.test(words.at(-1) ?? '');
  if (!isPerson) return { literal: name };
  const found = words.findIndex((one) => particle.test(one));
  const at = found > 0 ? found : words.length - 1;
  return { given: words.slice(0, at).join(' '), family: words.slice(at).join(' ') };
}
