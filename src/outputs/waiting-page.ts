import type { ElementContent, RootContent } from 'hast';
import { h } from 'hastscript';
import { serverPage } from './server-page.ts';

/** Where the writing server shows what waits for a decision. No page of a site can have it. */
export const waitingAddress = '/comments/waiting/';

/** A comment that waits for a decision, as an author must see it. Its e-mail address is not part of it. */
export interface WaitingComment {
  id: string;
  name: string;
  website: string | null;
  date: string | null;
  /** How it came, in words. */
  origin: string;
  /** Where it would stand; null where its essay is not known. */
  essay: { title: string; address: string; language: string } | null;
  /** Its own place in the essay, where it is shown marked; null where it cannot be approved as it is. */
  place: string | null;
  /** The passage to which it belongs: where that stands, null where it has gone; and its words. */
  passage: { address: string | null; words: string } | null;
  /** The comment that it answers. */
  answers: { id: string; address: string | null } | null;
  /** What speaks against it, or must be known of it, a sentence each. */
  remarks: readonly string[];
  /** Its text, safe to show. */
  body: readonly RootContent[];
}

/**
 * The page of the writing server that lists all comments that wait for a decision, with their places and the commands
 * that decide. It needs no script; with one it loads again when a decision was made.
 * @param problems what cannot be read, a sentence each
 */
export function waitingPage(comments: readonly WaitingComment[], problems: readonly string[] = []): string {
  const count = comments.length;
  const title =
    count === 0
      ? 'No comment waits for a decision'
      : `${count} ${count === 1 ? 'comment waits' : 'comments wait'} for a decision`;
  const byEssay = Map.groupBy(comments, ({ essay }) => essay?.address ?? '');
  const clean = comments.filter(({ remarks, essay, place }) => remarks.length === 0 && essay && place);
  return serverPage(title, style, [
    h('main', [
      h('h1', title),
      h('p', [h('a', { href: '/' }, 'To the site'), '. Only you see this page: no build has it.']),
      ...remarkList(problems),
      ...(count > 0 ? [forAll(clean.length)] : []),
      ...[...byEssay.values()].map(essaySection),
    ]),
  ]);
}

/** Nothing where there is no remark. */
function remarkList(remarks: readonly string[]): ElementContent[] {
  if (remarks.length === 0) return [];
  return [
    h(
      'ul.remarks',
      { role: 'list' },
      remarks.map((one) => h('li', one)),
    ),
  ];
}

function forAll(clean: number): ElementContent {
  return h('dl', [
    ...command('Go through them in the terminal', 'review'),
    ...(clean > 0
      ? command(`Accept the ${clean === 1 ? 'one' : clean} that nothing speaks against`, 'approve --all')
      : []),
  ]);
}

function essaySection(comments: readonly WaitingComment[]): ElementContent {
  const essay = comments[0]?.essay ?? null;
  const heading = essay
    ? h('h2', h('a', { href: essay.address, lang: essay.language, dir: 'auto' }, essay.title))
    : h('h2', 'For no essay that is known');
  return h('section', [heading, ...comments.map(article)]);
}

function article(comment: WaitingComment): ElementContent {
  const { id, name, website, date, origin, essay, place, passage, answers, remarks, body } = comment;
  const facts: (string | ElementContent)[][] = [
    [`By ${origin}`, ...(date === null ? [] : [', ', h('time', { dateTime: date }, date.slice(0, 10))])],
    ...(website === null ? [] : [['Website: ', h('bdi', website)]]), // no link: nobody has judged it yet
    ...(place === null ? [] : [[h('a', { href: place }, ['In its place', unseen(`: ${id}`)])]]),
    ...(answers === null ? [] : [['Answers ', linked(answers.address, answers.id)]]),
    ...(passage === null
      ? []
      : [
          [
            'On: ',
            passage.address === null
              ? `${passage.words} (which has gone)`
              : linked(passage.address, passage.words),
          ],
        ]),
  ];
  const to = essay === null ? ' --essay SLUG' : '';
  return h('article', { id, ariaLabelledBy: `${id}-name` }, [
    h('h3', { id: `${id}-name` }, h('bdi', name)),
    h(
      'ul.facts',
      { role: 'list' },
      facts.map((parts) => h('li', parts)),
    ),
    ...remarkList(remarks),
    h('blockquote', { dir: 'auto' }, body as ElementContent[]),
    h('dl', [
      ...command('Accept', `approve ${id}${to}`),
      ...command('Reject', `reject ${id}`),
      ...command('Reject as spam', `spam ${id}`),
      ...(essay === null ? [] : command('Accept and answer', `reply ${id} "TEXT"`)),
      ...command('Everything that is known of it', `show ${id}`),
    ]),
  ]);
}

function linked(address: string | null, words: string): ElementContent {
  const text = h('bdi', words);
  return address === null ? text : h('a', { href: address }, text);
}

function unseen(words: string): ElementContent {
  return h('span.unseen', words);
}

function command(what: string, words: string): ElementContent[] {
  return [h('dt', what), h('dd', h('code', `npm run comments -- ${words}`))];
}

const style = `
:root { color-scheme: light dark; font: 1.1rem/1.5 Georgia, serif }
body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; overflow-wrap: anywhere; background: light-dark(#fcfaf5, #171512); color: light-dark(#1b1815, #e9e3d8) }
a { color: light-dark(#7a1a0e, #f5b5a6) }
h1, h2, h3 { line-height: 1.2; font-weight: normal }
article { margin-block: 2rem; padding-block-start: 1rem; border-block-start: 1px solid }
ul { list-style: none; padding: 0 }
.remarks { padding-inline-start: 1rem; border-inline-start: 0.3rem solid light-dark(#7a1a0e, #f5b5a6) }
blockquote { margin-inline: 0; padding-inline: 1.25rem; border-inline-start: 1px solid }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 0 1rem; font-size: 0.9rem }
dd { margin: 0 0 0.5rem }
@media (min-width: 40rem) { dl { grid-template-columns: 14rem 1fr } }
.unseen { position: absolute; clip-path: inset(50%); white-space: nowrap }
`;
