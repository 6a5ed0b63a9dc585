/** The fields a form may send, by the names that it sends them with. */
export type FieldName =
  | 'essay'
  | 'block'
  | 'quote'
  | 'parent'
  | 'name'
  | 'email'
  | 'website'
  | 'comment'
  | 'elapsed'
  | 'homepage'
  | 'token'
  | 'back';

const labels: Record<FieldName, string> = {
  essay: 'Essay',
  block: 'Paragraph',
  quote: 'Quoted passage',
  parent: 'Answer to',
  name: 'Name',
  email: 'E-mail',
  website: 'Website',
  comment: 'Comment',
  elapsed: 'Time taken',
  homepage: 'Homepage',
  token: 'Token',
  back: 'Way back',
};

const number = (value: number) => value.toLocaleString('en');

/** Everything the endpoint says to a reader. Translate this file to translate the endpoint. */
export const words = {
  language: 'en',
  labels,
  received: 'Your comment has arrived',
  approval: 'It appears when the author has approved it.',
  notReceived: 'Your comment was not stored',
  kept: 'Your text is below. Nothing is lost.',
  cut: 'Only the beginning of your text arrived. Go back in your browser to find all of it.',
  back: 'Back to the essay',
  required: '(required)',
  emailHint: '(required, never published)',
  optional: '(optional)',
  send: 'Send again',
  missing: (field: FieldName) => `“${labels[field]}” is empty. It is required.`,
  tooLong: (field: FieldName, length: number, limit: number) =>
    `“${labels[field]}” has ${number(length)} characters. At most ${number(limit)} are accepted.`,
  email: 'The e-mail address is not valid. It needs the form name@example.org.',
  website: 'The website is not a valid address. It needs the form https://example.org, or may be left empty.',
  honeypot: 'A hidden field was filled in, perhaps by your browser. It is empty now. Please send again.',
  origin:
    'This form was not sent from a site that this address takes comments for. You can send it from here.',
  tooMany: (seconds: number) =>
    `Too many comments came from your network. Please send again in ${seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`}.`,
  tooLarge: (limit: number) =>
    `The form is too large. At most ${number(limit / 1024)} kB are accepted. Please shorten your comment.`,
  tooSlow: 'The form took too long to arrive.',
  malformed: 'The form could not be read.',
  unsupported: 'The form came in a format that is not accepted.',
  busy: 'The store of comments is busy. Please send again in a few seconds.',
  full: 'The store of comments is full. Please send again later, or keep a copy of your text.',
  unavailable: 'The store of comments failed. Please send again later, or keep a copy of your text.',
  method: 'This address receives comments',
  methodDetail: 'There is nothing to read here. A comment is sent with the form of an essay.',
};
