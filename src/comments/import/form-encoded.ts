import { decodeText } from './decode-text.ts';
import { type Parsed, sorted } from './parsed.ts';
import { fieldsOf, fromReader } from './reader-fields.ts';

/** Bodies of forms as a browser sends them (`name=Jane&comment=…`), one a line. */
export function fromFormEncoded(text: string): Parsed {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return sorted(
    lines,
    (line) => fromReader(fieldsOf(line.split('&').map(pair))),
    (_, index) => `line ${index + 1}`,
  );
}

function pair(text: string): [string, string] {
  const [name = '', ...value] = text.split('=');
  return [decoded(name), decoded(value.join('='))];
}

/** The browser escapes the bytes of the page's encoding, which need not be UTF-8. */
function decoded(text: string): string {
  const plain = Buffer.from(text.replaceAll('+', ' '), 'utf8').toString('latin1');
  const bytes = plain.replaceAll(/%([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return decodeText(Buffer.from(`${' '.repeat(2)}${bytes}`, 'latin1')).slice(2); // two spaces: no byte order is guessed
}
