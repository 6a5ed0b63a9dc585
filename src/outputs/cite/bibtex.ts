import type { Citation } from './citation.ts';
import type { PersonName } from './person-name.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Entries for BibTeX and BibLaTeX: `date` is for the second, `year` and `month` for the first. (That of Citation.js
 * makes up keys, writes `month = {mar 4}` and takes `<b>` in a title for markup.)
 */
export function bibtex(citations: readonly Citation[]): string {
  return citations.map(entry).join('\n');
}

function entry({ id, title, author, publisher, issued, URL, version, ...rest }: Citation): string {
  const [[year, month, day]] = issued['date-parts'];
  const two = (figure: number) => String(figure).padStart(2, '0');
  const fields: [name: string, value: string][] = [
    ...(author ? [['author', `{${author.map(nameOf).join(' and ')}}`] satisfies [string, string]] : []),
    ['title', `{{${escaped(title)}}}`],
    ['howpublished', `{${escaped([rest['container-title'], publisher].filter(Boolean).join(', '))}}`],
    ['date', `{${year}-${two(month)}-${two(day)}}`],
    ['year', `{${year}}`],
    ['month', months[month - 1] ?? ''],
    ['url', `{${URL.replaceAll(/[{}\\]/g, encodeURIComponent)}}`],
    ['langid', `{${rest.language}}`],
    ['note', `{Version ${escaped(version)}}`],
  ];
  return `@misc{${keyOf(id)},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

/** A literal name in braces of its own is one name, whatever words are in it. */
function nameOf(name: PersonName): string {
  if ('literal' in name) return `{${escaped(name.literal)}}`;
  const suffix = name.suffix === undefined ? '' : `${escaped(name.suffix)}, `;
  return `${escaped(name.family)}, ${suffix}${escaped(name.given)}`;
}

/** A key without what ends one. */
function keyOf(id: string): string {
  return id.replaceAll(/[\s"#%'(),={}\\~]/g, '-');
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escaped(text: string): string {
  return text.replaceAll(/[\\~^{}&%$#_]/g, (sign) => commands[sign] ?? `\\${sign}`);
}
