import type { Author } from '../../document/author.ts';
import { isOrganization } from './organization-name.ts';

/** A name as CSL-JSON has it. */
export type PersonName = { family: string; given: string; suffix?: string } | { literal: string };

/** A word of a person's name in Latin letters: `Ann`, `O'Neill`, `K.`, `Jean-Luc`, `d'Alembert`. */
const word = /^(?:\p{Lu}|d['’]\p{Lu})[\p{L}\p{M}.'’-]*$/u;

/** Words with which a family name can begin, after the given names. */
const particle =
  /^(?:al|da|dal|de|del|della|den|der|di|do|dos|du|el|la|las|le|los|ten|ter|van|von|vom|zu|zum|zur|De|Del|Della|Di|Da|Du|La|Le|Van|Von|Ó|Ní|Nic)$/;

/** What tells a person from another of the same name. */
const suffix = /^(?:Jr\.?|Sr\.?|Jnr\.?|Snr\.?|I{2,3}|IV|V)$/;

/** Given names and family name, without particles. */
const mostWords = 4;

/** The name of an author as citations have it: as its writer says, else as it looks. */
export function personName(author: Author): PersonName {
  if (typeof author === 'string') return guessedName(author);
  if ('organization' in author) return { literal: author.organization };
  const { given, family, suffix: after } = author;
  return { given, family, ...(after === undefined ? {} : { suffix: after }) };
}

/**
 * A name from the frontmatter in the two parts by which styles turn it round. Only two to four words in Latin letters are
 * taken for given names before a family name, which may begin with particles (`van der`) and have a suffix (`Jr.`);
 * `The editors`, `European Commission` or a name in another script is kept as it is.
 */
function guessedName(name: string): PersonName {
  const parts = name.trim().replace(/,\s*/, ', ').split(/\s+/);
  const end = parts.at(-1) ?? '';
  const hasSuffix = parts.length > 2 && suffix.test(end);
  const words = (hasSuffix ? parts.slice(0, -1) : parts).map((one, index, all) =>
    hasSuffix && index === all.length - 1 ? one.replace(/,$/, '') : one,
  );
  const isParticle = (one: string, index: number) => index > 0 && particle.test(one);
  const isPerson =
    words.length >= 2 &&
    words.filter((one, index) => !isParticle(one, index)).length <= mostWords &&
    !/^(?:The|Die|Der|Das|La|Le|Les|El|Los)$/.test(words[0] ?? '') &&
    /^[\p{Script=Latin}\p{M}\p{P}\s]+$/u.test(name) &&
    words.every((one, index) => word.test(one) || isParticle(one, index)) &&
    word.test(words.at(-1) ?? '') &&
    !isOrganization(name);
  if (!isPerson) return { literal: name };
  const last = words.length - 1;
  const found = words.findIndex((one, index) => index < last && isParticle(one, index));
  const at = found > 0 ? found : last;
  return {
    given: words.slice(0, at).join(' '),
    family: words.slice(at).join(' '),
    ...(hasSuffix ? { suffix: end } : {}),
  };
}
