import { codeErrors } from './code-errors.ts';
import { ledgerErrors } from './ledger-errors.ts';
import { mediaErrors } from './media-errors.ts';
import { siteErrors } from './site-errors.ts';
import { textErrors } from './text-errors.ts';

/**
 * Every error that an author can make, by its stable code: the sentence that says what is wrong, and the help that
 * says what is right. `errors.md` is made from this table (`node src/commands/errors.ts`).
 * A code is never given another meaning; an error that is gone leaves its code unused.
 */
export const errors = {
  // files of texts
  'source/outside-folder': {
    message: 'An essay needs a folder of its own.',
    help: 'Move this file to {path}.',
  },
  'source/no-essay': {
    message: 'This folder has no essay.',
    help: 'Add `index.mdx` (or `index.md`), or remove the folder.',
  },
  'source/two-files': {
    message: 'Two essays have the slug `{slug}`: this file and {other}.',
    help: 'Remove one, or move it to a folder of its own.',
  },
  'source/two-pages': {
    message: 'Two pages have the name `{name}`: this file and {other}.',
    help: 'Remove one, or give it another name.',
  },
  'source/case': {
    message: 'The slugs of two essays differ only in case: this file and {other}.',
    help: 'Many file systems and hosts treat them as one. Rename one folder.',
  },
  'source/invalid-slug': {
    message: 'The slug `{slug}` (the name of this folder) {rule}.',
    help: 'Rename the folder.',
  },
  'source/invalid-page-name': {
    message: 'The page name `{name}` {rule}.',
    help: 'Rename the file.',
  },
  'source/left-out': {
    message: 'This is left out of the site, because its name begins with `{sign}`.',
    help: 'Rename it to show it.',
  },
  'source/unread-bibliography': {
    message: 'This bibliography is not read.',
    help: 'Put it beside the text that cites it, and call it `references.bib` (CSL-JSON: `references.json`).',
  },
  'source/unreadable': { message: 'The file or folder {reason}.', help: 'Put the file itself here.' },
  'source/not-utf-8': { message: 'The file is not UTF-8.', help: 'Save it as UTF-8.' },
  'source/empty': {
    message: 'The file is empty.',
    help: 'Begin with `---`, the fields and `---`, then write the text.',
  },
  'source/control-character': {
    message: 'Found an invisible control character ({character}).',
    help: 'Remove it.',
  },
  'source/too-many-marks': {
    message: 'One paragraph has more than {most} marks here (such as `*`, `_` and backquotes).',
    help: 'Divide it with blank lines; put a backslash before signs that mark nothing.',
  },
  'source/too-deep': {
    message: 'The text is nested more than {depth} levels deep here.',
    help: 'Close some of the open lists, quotes, emphases or elements.',
  },
  // translations
  'translation/unknown-language': {
    message: '`{tag}` in the name of this file is no language.',
    help: 'Name a translation after its language, for example `index.de.mdx` or `index.pt-br.mdx`; give any other file another name.',
  },
  'translation/no-original': {
    message: 'This is a translation, and there is no essay beside it.',
    help: 'Add the essay as `index.mdx` (or `index.md`), or rename this file to that.',
  },
  'translation/same-language': {
    message: 'The essay beside this translation is in `{language}` itself.',
    help: 'Rename the file after the language of its text, or correct `language` in the essay.',
  },
  'translation/two-files': {
    message: 'Two files are the translation into `{language}`: this one and {other}.',
    help: 'Remove one.',
  },
  'translation/other-language': {
    message: 'The name of this file says `{language}`, and its `language` says `{found}`.',
    help: 'Remove the line, or rename the file.',
  },
  'translation/missing': {
    message:
      'The translation of “{title}” into `{language}` is missing. It was published at `{address}`: links to it would break.',
    help: '\n{solutions}',
  },
  'translation/published-draft': {
    message: 'A published translation cannot be a draft: links to it would break.',
    help: 'Remove `draft: true`. Or take the file out of its folder, and run `npm run anchors -- redirect {translation} {original}`.',
  },
  'translation/record-without-text': {
    message:
      'This is the record of a translation into `{language}` that was never published and has no text.',
    help: 'Add the text, or remove this file.',
  },
  'translation/unreadable-record': {
    message: 'The file {reason}',
    help: '',
  },
  // frontmatter
  'frontmatter/missing': {
    message: 'There is no frontmatter.',
    help: 'Begin the file with a line `---`, then `title: …` and the other fields, then `---`.',
  },
  'frontmatter/toml': {
    message: 'The frontmatter is TOML (between lines `+++`).',
    help: 'Write it as YAML:\n---\n{yaml}\n---',
  },
  'frontmatter/invalid-yaml': {
    message: 'The frontmatter is not valid YAML: {reason}.',
    help: 'Put a value that contains a colon or a quotation mark in quotation marks.',
  },
  'frontmatter/no-fields': {
    message: 'The frontmatter has no fields.',
    help: 'Write each as `name: value` on a line of its own.',
  },
  'frontmatter/alias': {
    message: 'The frontmatter uses YAML aliases (`*name`).',
    help: 'Write each value in full.',
  },
  'frontmatter/unknown-field': {
    message: '`{field}` is not a field of the frontmatter.',
    help: 'The fields are: {fields}.',
  },
  'frontmatter/missing-field': { message: '`{field}` is required.', help: 'Add it to the frontmatter.' },
  'frontmatter/invalid-value': { message: '`{field}` {rule}; found {found}.', help: '' },
  'frontmatter/used-address': {
    message: 'The address `{address}` in `aliases` belongs to {other}.',
    help: 'Remove it from `aliases`, or rename the other.',
  },
  'frontmatter/changed-published': {
    message: '`published` is {day}, and parts of the essay were published on {first}.',
    help: 'Write the first day there, and the day of the change into `updated`.',
  },
  'frontmatter/unknown-keyword-section': {
    message: '`keywords` names the section `{id}`, which does not exist.',
    help: 'The sections are: {ids}.',
  },
  ...textErrors,
  ...codeErrors,
  ...mediaErrors,
  'history/shallow': {
    message: 'This is a shallow clone: when texts were changed cannot be known, so no history is shown.',
    help: "Run `git fetch --unshallow`, have the whole history cloned, or set `history: 'off'` in `content/site.ts`.",
  },
  // comments
  'comment/invalid-name': {
    message:
      'The name of a comment’s file is a day, a hyphen and a name of small letters, figures and hyphens, such as 2026-02-28-jane.md.',
    help: 'Rename the file.',
  },
  'comment/no-frontmatter': {
    message: 'There is no frontmatter.',
    help: 'The file must begin with a line `---`, then `name: …`, `origin: …` and the other fields, then `---`, then the text.',
  },
  'comment/e-mail-address': {
    message: 'An e-mail address must not stand in a file that is published.',
    help: 'Delete this line.',
  },
  'comment/invalid-text': { message: 'The text of the comment {rule}.', help: '' },
  'comment/same-id': {
    message: 'Two comments have the id `{id}`: this file and {other}.',
    help: 'Rename one, or delete it.',
  },
  'comment/unreadable-box': {
    message: 'The comments that wait cannot be shown. {reason}',
    help: '',
  },
  ...ledgerErrors,
  // links of finished pages
  'link/missing-page': {
    message: 'The link `{address}` is broken: there is no file `{path}`.',
    help: 'Correct the address, or remove the link.',
  },
  'link/missing-fragment': {
    message: 'The link `{address}` is broken: `{path}` has no element with this id.',
    help: 'The most similar ids are: {ids}.',
  },
  'link/unreachable': { message: 'The link `{address}` does not work: {reason}.', help: '' },
  'link/duplicate-id': {
    message: 'Two elements have the id `{id}`.',
    help: 'An id can be used once on a page.',
  },
  'page/code-in-text': {
    message: 'The text has `{name}` when it is shown, and the policy of the page lets no browser heed it.',
    help: 'Look for it in what braces and components write. In a component leave `is:inline` and `set:html` away: its script and its style then become files of the site.',
  },
  ...siteErrors,
  // interface texts
  'words/no-export': {
    message: 'The file exports no `words`.',
    help: 'Write `export const words = { en: { … } };`.',
  },
  'words/invalid-language': {
    message: '`words.{language}` is not a language tag.',
    help: 'Write a tag such as `en`, `de` or `pt-BR`.',
  },
  'words/unknown-key': {
    message: '`{key}` is not an interface text.',
    help: 'The keys beside it are: {keys}.',
  },
  'words/invalid-text': { message: '`{key}` must be {kind}.', help: 'Its English text is: {english}.' },
  'words/placeholders': {
    message: '`{key}` must contain {expected}; found {found}.',
    help: 'Its English text is: {english}.',
  },
} as const satisfies Record<string, { message: string; help: string }>;

export type ErrorCode = keyof typeof errors;
