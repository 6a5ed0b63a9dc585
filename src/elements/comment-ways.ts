import { mailAddress, mailBody } from '../document/comment-mail.ts';
import { commentSource } from '../document/comment-source.ts';
import type { Passage } from './comment-passage.ts';
import { webAddress } from './web-address.ts';

/** What a reader wrote, and on what. */
export interface WrittenComment extends Passage {
  name: string;
  email: string;
  website: string;
  text: string;
}

/** Mail programs and the systems between take addresses of about 2,000 characters. */
const longestMail = 1_800;

/**
 * The longest address that survives signing in. GitHub takes 8,191 bytes (github/docs#5136), but sends a reader who is
 * not signed in to a page that has the address encoded once more in `return_to`: from about 7,000 characters it answers
 * with an error or forgets where to return to (esphome/device-builder-frontend#1658).
 */
const longestReturn = 6_500;

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The whole mail as an address; null where that would be too long for the programs it passes through. */
  address: string | null;
  /** The address without the text. */
  bare: string;
}

/** The mail that the form's `mailto:` address and a comment make. */
export function mailOf(action: string, comment: WrittenComment): Mail {
  const [, recipient = '', query = ''] = /^mailto:([^?]*)\?subject=(.*)$/.exec(action) ?? [];
  const to = decodeURIComponent(recipient);
  const subject = decodeURIComponent(query).replace(/\]$/, comment.block ? `#${comment.block}]` : ']');
  const text = mailBody(comment);
  const address = mailAddress(to, subject, text);
  const bare = mailAddress(to, subject);
  return { to, subject, text, address: address.length <= longestMail ? address : null, bare };
}

/** A forge's page for a new file, and what the form has for readers without script. */
export interface NewFilePage {
  action: string;
  /** The names of the fields for the file's name and its text. */
  field: string;
  content: string;
  /** The name of the file, with `YYYY-MM-DD-name` for what a reader would write. */
  template: string;
}

export interface NewFile {
  file: string;
  text: string;
  /** The page with everything filled in; null where the address would be too long, or the forge takes no text from it. */
  address: string | null;
  /** The page with the name alone. */
  bare: string;
}

/**
 * The file of a comment, and the forge's page for it.
 * @param id what the file is called after its day
 */
export function newFileOf(page: NewFilePage, comment: WrittenComment, id: string, now: Date): NewFile {
  const date = `${now.toISOString().slice(0, 19)}Z`;
  const file = page.template.replace('YYYY-MM-DD-name', `${date.slice(0, 10)}-${id}`);
  const { name, website, block, quote, parent } = comment;
  const text = commentSource({
    name,
    website: website === '' ? null : webAddress(website),
    date,
    block: block || null,
    quote: quote || null,
    parent: parent || null,
    role: null,
    origin: { kind: 'pull-request', address: null },
    text: comment.text.trim(),
  });
  const bare = `${page.action}?${new URLSearchParams({ [page.field]: file })}`;
  const address = `${bare}&${new URLSearchParams({ [page.content]: text })}`;
  // GitLab fills in the name, and at present nothing else: gitlab-org/gitlab#594214
  const fits = page.field !== 'file_name' && encodeURIComponent(address).length <= longestReturn;
  return { file, text, address: fits ? address : null, bare };
}
