import { relative, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Sources } from '../compile/read-sources.ts';
import { essayAddress } from '../document/address.ts';
import { decodedComponent } from '../document/decoded.ts';
import { byPosition, type Problem } from '../document/problem.ts';
import { mistakesPage } from '../outputs/mistakes-page.ts';
import { contentFolder, root } from '../paths.ts';
import type { Library } from './compile-library.ts';

/**
 * The mistakes for which the page of a text cannot be shown, by its address. A question of a ledger is none of them:
 * the page is shown while its author decides.
 */
export function mistakesByAddress(
  sources: Sources,
  { essays, pages, unfinished }: Library,
): Map<string, Problem[]> {
  const problems = [
    ...sources.problems,
    ...sources.draftProblems,
    ...unfinished,
    ...[...essays, ...pages].flatMap((text) => text.problems),
  ];
  const byAddress = Map.groupBy(problems.sort(byPosition), addressOf);
  byAddress.delete('');
  return byAddress;
}

/** Where the page is that is made of a file or of one beside it; empty for a file of no page. */
function addressOf({ file }: Pick<Problem, 'file'>): string {
  const [folder, first = ''] = relative(contentFolder, resolve(root, file)).split(/[/\\]/);
  const name = first.replace(/\.mdx?$/, '');
  if (name === '') return '';
  return folder === 'essays' ? essayAddress(name) : folder === 'pages' ? `/${name}/` : '';
}

/** Lets the writing server answer with the mistakes of a text where it has some, with status 500. */
export function mistakenTexts(mistakes: () => ReadonlyMap<string, readonly Problem[]>): AstroIntegration {
  return {
    name: 'stet-mistaken-texts',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = decodedComponent((request.url ?? '').split('?')[0] ?? '');
          const found = mistakes().get(path.replace(/\/?$/, '/'));
          if (!found) return next();
          response.statusCode = 500;
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.setHeader('Cache-Control', 'no-store');
          response.end(mistakesPage(found));
        });
      },
    },
  };
}
