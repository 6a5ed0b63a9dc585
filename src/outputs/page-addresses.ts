import type { EmittedAddress } from './output.ts';

/** The pages, which Astro makes (`src/pages/`). */
export const pageAddresses: readonly EmittedAddress[] = [
  { address: '/', what: 'The essays, newest first, or the title page of the only one.' },
  { address: '/essays/<slug>/', what: 'An essay.' },
  {
    address: '/essays/<slug>/<language>/',
    what: 'A translation of an essay; below it are its other forms and `cite/`, as below an essay.',
  },
  {
    address: '/essays/<slug>/comments/',
    what: 'All comments on an essay that has more than its page can hold.',
  },
  { address: '/essays/<slug>/cite/', what: 'How to cite the essay and each of its sections.' },
  {
    address: '/essays/<slug>/history/',
    what: 'Its versions, where it was changed since it was published (`src/history/history.md`).',
  },
  {
    address: '/essays/<slug>/history/sections.json',
    what: 'Which sections were changed and when, for the reader’s browser.',
  },
  { address: '/topics/', what: 'All topics.' },
  {
    address: '/topics/<topic>/',
    what: 'The essays about a topic; `<number>/` below it are its further pages.',
  },
  {
    address: '/series/<series>/',
    what: 'The parts of a series; `<number>/` below it are its further pages.',
  },
  {
    address: '/years/<year>/',
    what: 'The essays of a year that the list of all cannot hold; `<number>/` below it are its further pages.',
  },
  { address: '/search/', what: 'The search and the index of terms.' },
  { address: '/<page>/', what: 'A page of the site’s own, such as `/about/`.' },
  { address: '/404.html', what: 'What hosts show where there is no page.' },
];

/** What the publish pipeline puts beside them, and what pages load. */
export const furtherAddresses: readonly EmittedAddress[] = [
  { address: '/essays/<slug>/<file>', what: 'A file beside the text that its page shows or links to.' },
  { address: '/<page>/<file>', what: 'The same of a page of the site’s own.' },
  {
    address: '/_astro/<name>',
    what: 'Style, scripts, fonts and pictures of pages. The name changes with the bytes.',
  },
  { address: '/pagefind/<name>', what: 'The search index.' },
  { address: '/SHA256SUMS', what: 'The sum of every file.' },
  { address: '/.well-known/build.json', what: 'What the site was built from, and with which tools.' },
  { address: '/_headers', what: 'For hosts that read it: what to send with each file.' },
  { address: '/.htaccess', what: 'The same for Apache.' },
  { address: '/.nojekyll', what: 'Tells GitHub Pages to publish every file.' },
  { address: '/<file>', what: 'A file of `public/`, such as `/icon.svg`.' },
];
