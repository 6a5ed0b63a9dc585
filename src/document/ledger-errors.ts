/** Errors in ids that were published and in their ledgers, as part of the table in `errors.ts`. */
export const ledgerErrors = {
  'anchors/lost': {
    message:
      'The published text of `#{id}` is missing: links to it would break. It was {where} this line: “{text}”',
    help: '\n{solutions}',
  },
  'anchors/renamed': {
    message: 'The published id `{id}` was changed to `{currentId}`. Its text is: “{text}”',
    help: '\n{solutions}',
  },
  'anchors/reused': {
    message: 'The id `{id}` was published for another text and cannot be used again. That text was: “{text}”',
    help: '\n{solutions}',
  },
  'anchors/drifted': {
    message: 'The text of `#{id}` has little in common with the one it was published for. It was: “{text}”',
    help: '\n{solutions}',
  },
  'anchors/missing-essay': {
    message: 'The essay “{title}” is missing. It was published at {addresses}: links to it would break.',
    help: '\n{solutions}',
  },
  'anchors/published-draft': {
    message: 'A published essay cannot be a draft: links to it would break.',
    help: 'Remove `draft: true`.',
  },
  'anchors/ledger-without-essay': {
    message: 'This folder has no essay, only the ledger of one that was never published.',
    help: 'Add `index.mdx` (or `index.md`), or remove the folder.',
  },
  'anchors/unreadable-ledger': { message: 'The ledger {reason}.', help: '' },
  'anchors/unreadable-list': { message: 'The list of published essays {reason}.', help: '' },
  'anchors/ids-missing': {
    message: 'The ledger has {found} ids, and {count} were published: links to the others would break.',
    help: 'Restore the file from a copy or from its repository. If there is none, remove the lines of `{slug}` in `content/published.json`.',
  },
  'anchors/shallow': {
    message: 'This is a shallow clone: which ids were published before its first commit cannot be known.',
    help: 'Run `git fetch --unshallow`, or have the whole history cloned (`fetch-depth: 0` on GitHub, `GIT_DEPTH: 0` on GitLab). Where neither is possible, `STET_SHALLOW=allow npm run build` checks the last commits alone.',
  },
  'anchors/stale': {
    message: 'This file is not up to date with the texts ({summary}).',
    help: 'Run `npm run anchors -- accept` on your machine and commit it.',
  },
  'anchors/slug-in-use': {
    message: 'The slug `{slug}` belongs to the essay in {folder}, which was published under it before.',
    help: 'Rename this folder.',
  },
  'anchors/missing-page': {
    message: 'The essay “{title}” was published at `{address}`, and the site has no page there.',
    help: '',
  },
  'anchors/missing-element': {
    message: '`{address}` was published, and the page has no element with this id. It belonged to: “{text}”',
    help: 'An element with an id must keep it until the page is written.',
  },
} as const;
