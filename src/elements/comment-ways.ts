import { words } from 'virtual:comment-words';
import { mailAddress, mailBody } from '../document/comment-mail.ts';
import { commentSource } from '../document/comment-source.ts';
import { fillTemplate } from '../document/fill-template.ts';
import type { ByHand } from './comment-by-hand.ts';
import { webAddress } from './comment-fields.ts';
import type { Passage } from './comment-passage.ts';

/** What a reader wrote, and on what. */
export interface WrittenComment extends Passage {
  name: string;
  email: string;
  website: string;
  comment: string;
}

/** Where the browser is sent to, null where that address would be too long; and the same to be done by hand. */
export interface Handover extends Omit<ByHand, 'sent'> {
  address: string | null;
}

/** Mail programs and the systems between take addresses of about 2,000 characters. */
const longestMail = 1_800;

/** Servers commonly take 8,192 bytes for a request's first line and headers. */
const longestRequest = 6_000;

/** The mail that the form's `mailto:` address and a comment make. */
export function mailOf(action: string, comment: WrittenComment): Handover {
  const [, to = '', query = ''] = /^mailto:([^?]*)\?subject=(.*)$/.exec(action) ?? [];
  const subject = decodeURIComponent(query).replace(/\]$/, comment.block && `#${comment.block}]`);
  const { comment: text, ...fields } = comment;
  const body = mailBody({ ...fields, text });
  const recipient = decodeURIComponent(to);
  const address = mailAddress(recipient, subject, body);
  const fits = address.length <= longestMail;
  return {
    address: fits ? address : null,
    lead: fits ? words.opened : words.longMail,
    rows: [
      [words.to, recipient],
      [words.subject, subject],
    ],
    text: body,
    link: [mailAddress(recipient, subject), words.openMail],
  };
}

/**
 * The file for a forge's page for new files.
 * @param template the name of the file that the form has for readers without script
 * @param id what the file is called after its day
 */
export function newFileOf(form: HTMLFormElement, comment: WrittenComment, id: string, now: Date): Handover {
  const moment = `${now.toISOString().slice(0, 19)}Z`;
  const [field, template] =
    [...new FormData(form)].find(([, value]) => /YYYY-MM-DD/.test(String(value))) ?? [];
  const file = String(template).replace('YYYY-MM-DD-name', `${moment.slice(0, 10)}-${id}`);
  const { name, website, block, quote, parent, comment: text } = comment;
  const source = commentSource({
    ...{ name, website: website && webAddress(website), date: moment, text: text.trim() },
    ...{ block: block || null, quote: quote || null, parent: parent || null, role: null },
    origin: { kind: 'pull-request', address: null },
  });
  const page = new URL(form.action);
  const { host } = page;
  page.search = String(new URLSearchParams({ [String(field)]: file }));
  const bare = page.href;
  page.searchParams.set(field === 'filename' ? 'value' : 'content', source);
  // GitLab takes the name from the address and, since 2024, no longer the text
  const fits = page.href.length <= longestRequest && field === 'filename';
  return {
    address: fits ? page.href : null,
    lead: fillTemplate(words.byHand, { host }),
    rows: [[words.file, file]],
    text: source,
    link: [bare, fillTemplate(words.open, { host })],
  };
}
