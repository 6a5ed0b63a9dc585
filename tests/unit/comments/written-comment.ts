import type { WrittenComment } from '../../../src/elements/comment-ways.ts';

/** A comment as the form has it, with every sign that a way to send it could lose. */
export const written: WrittenComment = {
  name: 'Jörg “J.” Müller-O’Neill & Söhne',
  email: 'jorg@example.org',
  website: 'https://example.org/?a=1&b=2#c',
  block: 'p-3f',
  quote: 'a “quoted” word; 100 % & more',
  parent: 'comment-3f9a0c1b2d4e',
  text: 'Größe & Maß: 100 %?\n\n> “quoted” <b>not bold</b>\n\nمرحبا بالعالم + 1 = 2\n\n- a\n- b #c',
};

/** Names of what a text has in it, with the text. */
export const texts: [string, string][] = [
  ['umlauts', 'Äpfel, Öl, Übermaß, ẞ'],
  ['Arabic', 'هل هذا صحيح؟ نعم، (تقريباً).'],
  ['Hebrew', 'שלום "עולם" – וגם & כך'],
  ['quotation marks', `"double" 'single' “typographic” «guillemets»`],
  ['signs of addresses', 'a=1&b=2?c#d +e %20 100% /f\\g ;h,i'],
  ['line breaks', 'one\n\ntwo\nthree\n\n> four'],
  ['emoji', '👩‍👩‍👧 fine 🎉'],
];
