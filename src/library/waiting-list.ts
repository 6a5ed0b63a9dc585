import type { AstroIntegration } from 'astro';
import { approved } from '../comments/approve.ts';
import { nameWarnings } from '../comments/look-alike.ts';
import { type Pending, PendingBox } from '../comments/pending.ts';
import { commentTree } from '../comments/safe-markdown.ts';
import { essayAddress, fragmentAddress } from '../document/address.ts';
import { AuthorError } from '../document/problem.ts';
import { commentsById, onlyComments, type ShownComment } from '../document/shown-comment.ts';
import { type WaitingComment, waitingAddress, waitingPage } from '../outputs/waiting-page.ts';
import type { Library } from './compile-library.ts';

/** All comments that wait for a decision, of the essays in their order and then those of none. */
export function waitingList(
  waiting: readonly Pending[],
  { essays }: Pick<Library, 'essays'>,
): WaitingComment[] {
  const order = new Map(essays.map(({ slug }, index) => [slug, index]));
  const names = essays.flatMap(({ metadata, comments }) => [
    ...metadata.authors,
    ...onlyComments(comments()).flatMap((one) => (one.isPending ? [] : [one.name])),
  ]);
  const place = ({ essay }: Pending) => order.get(essay ?? '') ?? essays.length;
  return [...waiting]
    .sort((a, b) => place(a) - place(b))
    .map((pending) => {
      const essay = essays[place(pending)];
      const shown = essay ? commentsById(essay.comments()) : new Map<string, ShownComment>();
      return waitingComment(pending, essay, shown, names);
    });
}

function waitingComment(
  pending: Pending,
  essay: Library['essays'][number] | undefined,
  shown: ReadonlyMap<string, ShownComment>,
  names: readonly string[],
): WaitingComment {
  const { submission, suspicions } = pending;
  const { id, origin, parent, quote } = submission;
  const comment = approved(pending);
  const fit =
    typeof comment === 'string' ? approved({ ...pending, submission: { ...submission, text: '' } }) : comment;
  const [name, website] = typeof fit === 'string' ? [submission.name, null] : [fit.name, fit.website];
  const own = shown.get(id);
  const page = essay ? essayAddress(essay.slug) : null;
  const named = submission.page.address || submission.page.slug || submission.page.title;
  const gone = submission.block === null ? null : { address: null, words: quote ?? submission.block };
  return {
    id,
    name,
    website,
    date: submission.date,
    origin: origin.address === null ? origin.kind : `${origin.kind}, ${origin.address}`,
    essay:
      essay && page
        ? { title: essay.metadata.title, address: page, language: essay.metadata.language }
        : null,
    place: page && own ? fragmentAddress(page, id) : null,
    passage: own?.passage
      ? { address: own.passage.address, words: quote ?? own.passage.opening ?? submission.block ?? '' }
      : gone,
    answers:
      parent === null
        ? null
        : { id: parent, address: page && shown.has(parent) ? fragmentAddress(page, parent) : null },
    remarks: [
      ...(typeof comment === 'string' ? [comment] : []),
      ...(essay === undefined && named !== '' ? [`It was written for ${named}.`] : []),
      ...suspicions,
      ...nameWarnings(name, names),
      ...submission.notes,
    ],
    body:
      typeof comment === 'string' ? commentTree(submission.text.slice(0, 2000)) : commentTree(comment.text),
  };
}

/** Lets the writing server answer with the list of what waits. @param folder of the box */
export function waitingCommentsPage(folder: string, library: () => Library): AstroIntegration {
  return {
    name: 'stet-waiting-comments',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = (request.url ?? '').split('?')[0] ?? '';
          if (path.replace(/\/?$/, '/') !== waitingAddress) return next();
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.setHeader('Cache-Control', 'no-store');
          response.end(pageOf(folder, library()));
        });
      },
    },
  };
}

function pageOf(folder: string, library: Library): string {
  try {
    return waitingPage(waitingList(new PendingBox(folder).all(), library));
  } catch (error) {
    if (!(error instanceof AuthorError)) throw error;
    const problems = error.problems.map((one) => `${one.file}: ${one.message}`);
    return waitingPage([], problems);
  }
}
