import type { EmittedAddress } from './output.ts';
import { emittedAddresses } from './outputs.ts';

/** The table of addresses as `addresses.md` has it. */
export function addressTable(addresses: readonly EmittedAddress[] = emittedAddresses): string {
  const rows = addresses.map(({ address, what }) => `| \`${address}\` | ${what} |`);
  return ['| Address | What is there |', '| --- | --- |', ...rows].join('\n');
}

/** What may stand for a name in an address: without it, one part of a path. */
const names: Readonly<Record<string, string>> = {
  '<alias>': '.+',
  '<name>': '.+',
  '<file>': '[^?]+\\.\\w+',
  '<picture>': '.+\\.(?:avif|gif|jpe?g|png|svg|webp)',
  '<topic>': '[^/]+(?:/\\d+)?', // with the number of its page
  '<series>': '[^/]+(?:/\\d+)?',
  '<year>': '\\d{4}(?:/\\d+)?',
};

/** True where a row of the table is about an address of the site. */
export function isAbout({ address }: EmittedAddress, path: string): boolean {
  const pattern = address
    .split(/(<\w+>)/)
    .map((part, index) => (index % 2 === 1 ? (names[part] ?? '[^/]+') : RegExp.escape(part)))
    .join('');
  return new RegExp(`^${pattern}$`, 'u').test(path);
}
