/** What a comment by mail says beside its text; an empty field is left out. */
export interface MailedComment {
  name: string;
  email: string;
  website: string;
  /** The id of the comment that it answers. */
  parent: string;
  quote: string;
  text: string;
}

/**
 * The subject of a comment by mail. What stands in brackets at its end tells the import which essay it is on, and which
 * block.
 * @param words that a person reads, such as the essay's title
 */
export function mailSubject(words: string, slug: string, block = ''): string {
  return `${words} [${slug}${block && `#${block}`}]`;
}

/** The text of a mail as `src/comments/import/mail.ts` reads it: fields, an empty line, the comment. */
export function mailBody({ name, email, website, parent, quote, text }: MailedComment): string {
  const fields = Object.entries({ Name: name, 'E-mail': email, Website: website, Re: parent, Quote: quote });
  const lines = fields.flatMap(([field, value]) => (value === '' ? [] : [`${field}: ${value}\n`]));
  return `${lines.join('')}\n${text}`;
}

/** The same for who writes the mail by hand. */
export const emptyMailBody = 'Name: \nWebsite: \n\n';

/** A `mailto:` address (RFC 6068): line breaks are CR LF, and nothing but the `@` stands as it is. */
export function mailAddress(to: string, subject: string, body = ''): string {
  const encoded = (text: string) => encodeURIComponent(text.toWellFormed().replaceAll(/\r\n?|\n/g, '\r\n'));
  const address = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encoded(subject)}`;
  return body === '' ? address : `${address}&body=${encoded(body)}`;
}
