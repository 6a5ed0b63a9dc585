import { mailAddress, mailSubject } from '../document/comment-mail.ts';
import type { Sending } from '../document/comment-settings.ts';
import { commentSource } from '../document/comment-source.ts';

/** What a form sends, and where: attributes of `<form>`, and fields that no reader fills in. */
export interface CommentRequest {
  attributes: Record<string, string>;
  hidden: Record<string, string>;
}

/** By mail: the browser hands the fields to the mail program as text. */
export function mailRequest(to: string, subject: string, slug: string): CommentRequest {
  const action = mailAddress(to, mailSubject(subject, slug));
  return { attributes: { method: 'post', enctype: 'text/plain', action }, hidden: {} };
}

/**
 * By a form that is posted.
 * @param back the essay's full address
 */
export function formRequest(
  { action, service }: Extract<Sending, { by: 'form' }>,
  slug: string,
  back: string,
): CommentRequest {
  const attributes: Record<string, string> = { method: 'post', action };
  const hidden: Record<string, string> = { essay: slug, back };
  if (service !== 'netlify') return { attributes, hidden };
  return {
    attributes: { ...attributes, name: 'comments', 'data-netlify': 'true', 'netlify-honeypot': 'homepage' },
    hidden: { 'form-name': 'comments', ...hidden },
  };
}

/** The page of a forge for a new file, and the names under which it takes the file's name and its content. */
const newFilePages = {
  github: { path: 'new/', name: 'filename', content: 'value' },
  gitlab: { path: '-/new/', name: 'file_name', content: 'content' },
  forgejo: { path: '_new/', name: 'filename', content: 'value' },
};

export interface PullRequest extends CommentRequest {
  /** The name of the field for the file's text. */
  content: string;
  /** The file as a reader without script completes it. */
  template: string;
  host: string;
}

/**
 * By a new file at a forge, which makes a request of it. Nobody knows the day and the name before a reader writes
 * them, so that the name of the file asks for both.
 * @param words what the template says in place of a name and a text
 */
export function pullRequest(
  { repository, branch, forge }: Extract<Sending, { by: 'pull-request' }>,
  slug: string,
  words: { yourName: string; yourComment: string },
): PullRequest {
  const { host, href } = new URL(repository.replace(/\/*$/, '/'));
  const program = forge ?? (host === 'github.com' ? 'github' : /gitlab/.test(host) ? 'gitlab' : 'forgejo');
  const { path, name, content } = newFilePages[program];
  const action = `${href}${path}${branch.split('/').map(encodeURIComponent).join('/')}`;
  const template = commentSource({
    ...{ name: words.yourName, website: null, date: null, block: null, quote: null, parent: null },
    ...{ role: null, origin: { kind: 'pull-request', address: null }, text: words.yourComment },
  });
  return {
    attributes: { method: 'get', action },
    hidden: { [name]: `content/essays/${slug}/comments/YYYY-MM-DD-name.md` },
    content,
    template,
    host,
  };
}
