import type { Citation } from './citation.ts';
import type { PersonName } from './person-name.ts';

/**
 * Records of RIS, whose lines are as long as they must be. (Citation.js breaks a line after 80 letters, an address too,
 * and finds a space in it when it reads that again.)
 */
export function ris(citations: readonly Citation[]): string {
  return citations.map(record).join('\n');
}

function record({ id, title, author = [], publisher, issued, URL, version, ...rest }: Citation): string {
  const [[year, month, day]] = issued['date-parts'];
  const two = (figure: number) => String(figure).padStart(2, '0');
  const fields: [tag: string, value: string][] = [
    ['TY', 'BLOG'],
    ['ID', id],
    ...author.map((name): [string, string] => ['AU', nameOf(name)]),
    ['TI', title],
    ['T2', rest['container-title']],
    ...(publisher === undefined ? [] : [['PB', publisher] satisfies [string, string]]),
    ['PY', `${year}`],
    ['DA', `${year}/${two(month)}/${two(day)}/`],
    ['LA', rest.language],
    ['UR', URL],
    ['N1', `Version ${version}`],
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${value}\n`).join('');
}

/** Family name, given names and suffix, with a comma between each. */
function nameOf(name: PersonName): string {
  if ('literal' in name) return name.literal;
  return [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}
