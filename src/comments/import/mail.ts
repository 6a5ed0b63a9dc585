import PostalMime, { type Email } from 'postal-mime';
import type { Reported } from '../submission.ts';
import { fieldsByBrowser } from './browser-mail.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { type Parsed, type Skipped, sorted } from './parsed.ts';

/** How deep the parts of a mail may stand in one another; a forwarded mail in a mailing list has five or six. */
const deepest = 20;

/** One mail (`.eml`) or a mailbox of several (`.mbox`). */
export async function fromMail(bytes: Uint8Array): Promise<Parsed> {
  const mails: Email[] = [];
  const skipped: Skipped[] = [];
  for (const [index, mail] of mailsIn(bytes).entries()) {
    try {
      mails.push(await PostalMime.parse(mail, { maxNestingDepth: deepest }));
    } catch (error) {
      const reason = `is not a mail that can be read: ${error instanceof Error ? error.message : String(error)}`;
      skipped.push({ record: `mail ${index + 1}`, reason });
    }
  }
  const parsed = sorted(
    mails,
    reported,
    (mail, index) => `mail ${index + 1} (${mail.subject ?? 'no subject'})`,
  );
  parsed.skipped.push(...skipped);
  return parsed;
}

/** A mailbox begins each mail with a line `From `, and writes `>From ` for such a line within one. */
function mailsIn(bytes: Uint8Array): Uint8Array[] {
  const latin = Buffer.from(bytes).toString('latin1');
  if (!latin.startsWith('From ')) return [bytes];
  const mails = latin.split(/^From .*\r?\n/m).filter((mail) => mail.trim() !== '');
  return mails.map((mail) => Buffer.from(mail.replaceAll(/^>(>*From )/gm, '$1'), 'latin1'));
}

/** The subject ends with `[slug#block]`; the body begins with lines such as `Name: Jane`, then an empty line. */
function reported(mail: Email): Reported {
  const [, slug = '', block = ''] = /\[([^[\]#]*)(?:#([^[\]]*))?\]\s*$/.exec(mail.subject ?? '') ?? [];
  const hasText = (mail.text ?? '').trim() !== '';
  const body = hasText ? (mail.text ?? '') : unescaped(htmlToMarkdown(mail.html ?? ''));
  const lines = body.replaceAll('\r\n', '\n');
  const { fields, rest } = fieldsByBrowser(lines) ?? withFields(lines);
  const [written = '', signature] = rest.split(/\n--[ \t]*\n/);
  return {
    kind: 'mail',
    key: null,
    page: { slug: slug.trim() },
    block,
    quote: fields.get('quote') ?? '',
    parent: fields.get('re') ?? '',
    name: fields.get('name') || mail.from?.name || '',
    email: fields.get('e-mail') || (mail.from?.address ?? ''),
    website: fields.get('website') ?? '',
    date: mail.date ?? null,
    text: hasText ? rejoined(written) : written,
    notes: [
      ...(slug === '' ? ['the subject does not end with `[slug]`'] : []),
      ...(signature === undefined ? [] : ['the signature was left out']),
      ...(mail.attachments.length === 0 ? [] : [`${mail.attachments.length} attachments were left out`]),
    ],
  };
}

/** The lines of the form at the head of a mail. A line without a name goes on with the one before it. */
function withFields(body: string): { fields: Map<string, string>; rest: string } {
  const lines = body.replace(/^\s*\n/, '').split('\n');
  const fields = new Map<string, string>();
  const end = lines.findIndex((line) => line.trim() === '');
  let last = '';
  for (const line of end < 0 ? [] : lines.slice(0, end)) {
    const [, name = '', value = ''] = /^(Name|E-mail|Website|Re|Quote):\s*(.*?)\\?$/i.exec(line) ?? [];
    if (name === '' && last === '') break;
    if (name !== '') last = name.toLowerCase();
    fields.set(last, name === '' ? `${fields.get(last) ?? ''} ${line.trim()}` : value.trim());
  }
  return fields.size === 0
    ? { fields, rest: lines.join('\n') }
    : { fields, rest: lines.slice(end + 1).join('\n') };
}

/** A mail written in HTML has its form lines as text, with the signs of Markdown escaped. */
function unescaped(markdown: string): string {
  const [head = '', ...rest] = markdown.split('\n\n');
  return [head.replaceAll(/\\([#_*[\]<>&])/g, '$1'), ...rest].join('\n\n');
}

/** Programs for mail break lines after 72 or 78 characters; a line as long as that goes on in the next one. */
function rejoined(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) =>
      /^\s*(?:[>`~*+-]|\d+[.)])/m.test(paragraph)
        ? paragraph
        : paragraph.replaceAll(/(?<=.{60}) ?\n(?=\S)/g, ' '),
    )
    .join('\n\n');
}
