/**
 * True where every combination of values is tried, which takes about twice as long: in `npm run test:all`. Elsewhere
 * each value is tried at least once.
 */
export const isThorough: boolean = process.env['STET_THOROUGH'] === '1';

/** All items where tests are thorough; else one in three, another third for each number, so that three numbers try all. */
export function share<Item>(items: readonly Item[], number: number): Item[] {
  return items.filter((_, index) => isThorough || (index + number) % 3 === 0);
}

/**
 * Files that `npm test` leaves to `npm run test:all`, so that it takes less than five minutes on two cores: each builds
 * many sites, needs servers, waits for code that never ends, or tries many faults of what other files try without one.
 */
export const longTests: readonly string[] = [
  'tests/unit/commands/endless-guard.test.ts',
  'tests/unit/comments/command.test.ts',
  'tests/unit/comments/hostile.test.ts',
  'tests/site/books.test.ts',
  'tests/site/code-in-texts.test.ts',
  'tests/site/comment-form.test.ts',
  'tests/site/comments.test.ts',
  'tests/site/dev-comments.test.ts',
  'tests/site/dev-history.test.ts',
  'tests/site/dev-ledger.test.ts',
  'tests/site/dev-forms.test.ts',
  'tests/site/dev-mistakes.test.ts',
  'tests/site/dev-search.test.ts',
  'tests/site/dev-translations.test.ts',
  'tests/site/everything-wrong.test.ts',
  'tests/site/fixtures.test.ts',
  'tests/site/gone-essays.test.ts',
  'tests/site/gone-translations.test.ts',
  'tests/site/history.test.ts',
  'tests/site/ledger-files.test.ts',
  'tests/site/ledger-in-git.test.ts',
  'tests/site/media.test.ts',
  'tests/site/mentions.test.ts',
  'tests/site/never-half.test.ts',
  'tests/site/odd-folders.test.ts',
  'tests/site/odd-names.test.ts',
  'tests/site/redirects.test.ts',
  'tests/site/rich-books.test.ts',
  'tests/site/scheduled.test.ts',
  'tests/site/standing-links.test.ts',
  'tests/site/thousand-essays.test.ts',
  'tests/site/translation-forms.test.ts',
  'tests/site/translations.test.ts',
  'tests/site/unchanged-pages.test.ts',
  'tests/site/unpublished.test.ts',
  'tests/site/upgrade.test.ts',
  'tests/browser/axe-pages.test.ts',
  'tests/browser/axe-states.test.ts',
  'tests/browser/comment-by-mail.test.ts',
  'tests/browser/comment-by-pull-request.test.ts',
  'tests/browser/comment-form.test.ts',
  'tests/browser/comment-form-faults.test.ts',
  'tests/browser/comment-form-passage.test.ts',
  'tests/browser/comments.test.ts',
  'tests/browser/fonts.test.ts',
  'tests/browser/heading-names.test.ts',
  'tests/browser/history.test.ts',
  'tests/browser/hostile/payloads.test.ts',
  'tests/browser/no-essays.test.ts',
  'tests/browser/portable.test.ts',
  'tests/browser/offline.test.ts',
  'tests/browser/pdf.test.ts',
  'tests/browser/pictures.test.ts',
  'tests/browser/previews.test.ts',
  'tests/browser/reading.test.ts',
  'tests/browser/search-faults.test.ts',
  'tests/browser/search-hands.test.ts',
  'tests/browser/search-languages.test.ts',
  'tests/browser/search-library.test.ts',
  'tests/browser/search-scopes.test.ts',
  'tests/browser/search-states.test.ts',
  'tests/browser/slashes.test.ts',
  'tests/browser/translations.test.ts',
  'tests/browser/two-directions.test.ts',
  'tests/browser/validity.test.ts',
  'tests/browser/waiting-comments.test.ts',
  'tests/engines/**',
  'tests/servers/**',
  'tests/endpoint/browser.test.ts',
  'tests/endpoint/faults.test.ts',
  'tests/endpoint/from-page.test.ts',
  'tests/endpoint/thousand.test.ts',
];
