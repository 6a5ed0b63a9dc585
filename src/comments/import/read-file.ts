import { readFileSync } from 'node:fs';
import { fromCommentFile } from './comment-source.ts';
import { fromCsv } from './csv.ts';
import { fromDatabase } from './database.ts';
import { decodeText } from './decode-text.ts';
import { fromDisqus } from './disqus.ts';
import { fromFormEncoded } from './form-encoded.ts';
import { fromJson } from './json.ts';
import { fromMail } from './mail.ts';
import { type Parsed, unreadable } from './parsed.ts';
import { fieldsOf, hasComment } from './reader-fields.ts';
import { fromWordPress } from './wordpress.ts';

/**
 * The comments that a file delivers. Its format is told from what it holds, never from its name.
 * @param path of the file. A database is opened where it lies; every other file is read whole
 */
export async function readDelivery(path: string): Promise<Parsed> {
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 16).toString('latin1') === 'SQLite format 3\0') return fromDatabase(path);
  if (isMail(bytes)) return fromMail(bytes);
  const text = decodeText(bytes);
  const inUtf8 = Buffer.from(text); // without a byte order mark, and not in UTF-16, as an editor may save a mail
  if (isMail(inUtf8)) return fromMail(inUtf8);
  const start = text.trimStart();
  if (start === '') return unreadable('is empty');
  if (/^[[{]/.test(start)) return fromJson(text);
  if (start.startsWith('<')) return fromXml(text);
  if (start.startsWith('---')) return fromCommentFile(path, text);
  if (isFormEncoded(start)) return fromFormEncoded(text);
  return fromCsv(text);
}

function fromXml(xml: string): Parsed {
  const head = xml.slice(0, 4_000);
  if (/<disqus[\s>]/.test(head)) return fromDisqus(xml);
  if (/<rss[\s>]/.test(head) && head.includes('wordpress.org/export')) return fromWordPress(xml);
  return unreadable('is XML, but neither an export of Disqus nor one of WordPress');
}

/** A header line first, and one that every mail has among the first hundred. */
function isMail(bytes: Uint8Array): boolean {
  const [head = ''] = Buffer.from(bytes.subarray(0, 64_000))
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1);
  return (
    /^(?:From .*\r?\n)?[!-9;-~]+:/.test(head) &&
    /^(?:From|Subject|Date|Received|Message-ID|MIME-Version):/im.test(head)
  );
}

function isFormEncoded(text: string): boolean {
  const [line = ''] = text.split(/\r?\n/, 1);
  if (!/^[\w.%+[\]-]+=[^\s"]*$/.test(line)) return false;
  return hasComment(fieldsOf(line.split('&').map((pair) => [pair.replace(/=.*/, ''), ''])));
}
