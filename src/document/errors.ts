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
  'source/not-utf-8': { message: 'The file is not UTF-8.', help: 'Save it as UTF-8.' },
  'source/empty': {
    message: 'The file is empty.',
    help: 'Begin with `---`, the fields and `---`, then write the text.',
  },
  'source/control-character': {
    message: 'Found an invisible control character ({character}).',
    help: 'Remove it.',
  },
  'source/too-deep': {
    message: 'The text is nested more than {depth} levels deep here.',
    help: 'Close some of the open lists, quotes, emphases or elements.',
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
  // the text itself
  'text/empty': {
    message: 'The essay has no text.',
    help: 'Write it, or put `draft: true` into the frontmatter.',
  },
  'text/placeholder': {
    message: '“{text}” stands where your own words belong.',
    help: 'Write them, or put `draft: true` into the frontmatter.',
  },
  'text/syntax': { message: '{reason}.', help: '' },
  'mdx/void-element': {
    message: '`<{name}>` has no end tag, and `.mdx` expects one.',
    help: 'Write `<{name} />`.',
  },
  'mdx/unclosed-tag': {
    message: '`<{name}>` begins here and is never closed.',
    help: 'Add `</{name}>`, or write `<{name} />` where nothing is inside; to show the words, write `\\<{name}>` or put them in backquotes.',
  },
  'mdx/crossed-tags': {
    message: '`</{other}>` closes an element while `<{name}>` inside of it is still open.',
    help: 'Add `</{name}>` before it.',
  },
  'mdx/stray-end-tag': {
    message: 'An end tag stands here and no element is open.',
    help: 'Remove it, or put it in backquotes.',
  },
  'mdx/braces': {
    message: 'In `.mdx`, what stands between braces is JavaScript, and this is none: “{text}”.',
    help: "For braces in the text write `\\{` or `{'{'}`, or name the file `.md`.",
  },
  'mdx/module': {
    message:
      'A line that begins with `import` or `export` is JavaScript in `.mdx`, and this is none: “{text}”.',
    help: 'Begin the line with another word, or correct the statement.',
  },
  'mdx/unquoted-attribute': {
    message: 'The value of an attribute has no quotation marks.',
    help: 'Write `name="value"`.',
  },
  'mdx/comment': {
    message: 'A comment begins here and does not end.',
    help: 'In `.mdx` write `{/* … */}`; `<!-- … -->` is left out of the page too.',
  },
  'mdx/angle-bracket': {
    message: 'In `.mdx`, `<` begins an element, and this is none: “{text}”.',
    help: "For the sign itself write `\\<` or `{'<'}`, or name the file `.md`.",
  },
  'text/unsafe-address': {
    message: 'The address `{address}` begins with `{scheme}`.',
    help: 'A link may begin with {allowed}, or have no scheme.',
  },
  'text/unknown-component': {
    message: '`<{name}>` is not defined.',
    help: 'The components are: {names}. Your own must be imported in the text.',
  },
  'text/missing-attribute': { message: '`<{name}>` has no `{attribute}`.', help: 'Add `{attribute}="…"`.' },
  'text/figure-without-alt': {
    message: '`<Figure>` has an image and no `alt`.',
    help: 'Say what the image shows, for readers who cannot see it.',
  },
  'text/missing-image': {
    message: 'The image `{address}` does not exist.',
    help: 'Images beside the text: {images}.',
  },
  'text/unreferenced-note': {
    message: 'The note `{mark}` is never referenced.',
    help: 'Add `{mark}` to the text, or remove the note.',
  },
  'text/undefined-note': { message: 'The note `{mark}` is not defined.', help: 'Add a line `{mark}: …`.' },
  'text/undefined-name': {
    message: '`{name}` is not defined.',
    help: 'In `.mdx`, braces hold JavaScript. For braces in the text write `\\{{name}\\}`.',
  },
  'text/list-in-braces': {
    message: '`{{value}}` is JavaScript and prints only its last item.',
    help: 'For braces in the text write `\\{{value}\\}`.',
  },
  'text/refused-element': {
    message: 'A text may not have the element `<{name}>`.',
    help: 'Put it into a component in `content/components/` and import that; to show the words, write `\\<{name}>` or put them in backquotes.',
  },
  'text/unknown-element': {
    message: '`<{name}>` is not an element of HTML, and browsers would not show it.',
    help: 'To show the words, write `\\<{name}>` or put them in backquotes.',
  },
  'text/refused-attribute': {
    message: 'A text may not have the attribute `{attribute}` (on `<{name}>`).',
    help: 'Remove it; put what runs code or has a style of its own into a component in `content/components/`.',
  },
  'text/spread-attributes': {
    message: 'The attributes of `<{name}>` are computed by an expression.',
    help: 'Write each attribute out.',
  },
  'mdx/indented-code': {
    message: 'These lines are indented, which `.mdx` does not read as code: they would be printed as prose.',
    help: 'Put a line of three backquotes before and after code; remove the spaces before prose.',
  },
  'text/unclosed-note': {
    message: 'A note begins here with `^[` and does not end in the same paragraph.',
    help: 'Add `]`; for the signs themselves write `\\^[`.',
  },
  'text/unclosed-formula': {
    message: 'A formula begins here with `$$` and does not end: what follows would be lost in it.',
    help: 'Write `$$` behind it, on a line of its own or at the end of its last line; for the signs themselves write `\\$\\$`.',
  },
  'text/unclosed-container': {
    message: '`:::{name}` begins here and does not end.',
    help: 'Add a line `:::` where it ends.',
  },
  'text/unknown-container': {
    message: '`:::{name}` is not known.',
    help: 'The names are: {names}.',
  },
  'text/stray-container': {
    message: 'Three colons stand here that open or close nothing.',
    help: 'A callout is `:::note` on a line of its own, its text, and `:::` on a line of its own.',
  },
  'text/unread-attributes': {
    message: '`{text}` says nothing that could be shown here.',
    help: 'A heading can have an id, `{#name}`; a picture a width in pixels, `{width=300}`. Remove the rest.',
  },
  'text/unknown-wiki-link': {
    message: '`[[{name}]]` leads to no essay and no page.',
    help: 'Write the name of its folder. For the brackets themselves write `\\[[`.',
  },
  'text/caption-blocks': {
    message: 'The `{attribute}` of `<{name}>` is more than one line of text.',
    help: 'Write it as one line; what it needs beside goes into the text.',
  },
  'text/component-in-markdown': {
    message: '`<{name}>` is a component, which only `.mdx` reads.',
    help: 'Rename the file from `.md` to `.mdx`.',
  },
  'text/import-in-markdown': {
    message: 'A line with `import` is JavaScript only in `.mdx`; here it would be printed.',
    help: 'Rename the file from `.md` to `.mdx`, or remove the line.',
  },
  'text/missing-file': {
    message: 'The file `{address}` does not exist.',
    help: 'Files beside the text: {files}.',
  },
  'text/unknown-frame': {
    message: 'A frame from `{host}` is not allowed.',
    help: "Add `embeds: ['{host}']` to `content/site.ts`, or write a link to {page}.",
  },
  'text/invalid-frame': {
    message: '`{address}` is no address of another site that a frame could show.',
    help: 'Write the whole address, which begins with `https://`.',
  },
  'text/captions-format': {
    message: 'The captions `{address}` are not WebVTT.',
    help: 'Save them as a file that ends with `.vtt`.',
  },
  'text/remote-media': {
    message: 'The sound or film `{address}` is on another site, and readers would not get it.',
    help: 'Save it beside the text and write `./` and its name, write a link to it, or show its page with `<Embed>`.',
  },
  'text/template-code': {
    message: '`{text}` is code of another program, and would be printed as it is.',
    help: 'Write what it stands for, or put it in backquotes to show it.',
  },
  'text/missing-import': {
    message: '`{address}` does not exist.',
    help: 'A text can import files beside it and in `content/components/`, with the end of their names, and installed packages.',
  },
  'text/default-export': {
    message: 'The text has an `export default`, which would replace it.',
    help: 'Export it under a name.',
  },
  'text/remote-import': {
    message: 'The text imports `{address}` from the web.',
    help: 'Save the file in `content/components/` and import it from there.',
  },
  'text/unsupported-import': {
    message: '`{address}` cannot be imported.',
    help: 'A text can import `.astro`, `.md`, `.mdx`, `.ts`, `.js`, `.json` and images.',
  },
  'text/ends-process': {
    message: 'Code in this text ended the build (`process.exit`).',
    help: 'Remove it.',
  },
  'text/endless': {
    message: 'Code in this text has been running for {seconds} seconds.',
    help: 'Look for a loop that does not end.',
  },
  'text/unclosed-comment': {
    message: 'A comment begins here and does not end: everything behind it would be left out.',
    help: 'Add `-->` where it ends.',
  },
  'text/duplicate-note': {
    message: 'The note `{mark}` is defined twice, first on line {first}; this one would be left out.',
    help: 'Give one of them another name.',
  },
  'text/empty-code': {
    message: 'This code block has no code: `{info}` stands behind its first marks and is not shown.',
    help: 'Write the code on the lines below, and only its language behind the marks.',
  },
  'text/empty-note': { message: 'The note `{mark}` has no text.', help: 'Write it behind the colon.' },
  'text/extra-cell': {
    message: 'This row has more cells than the table has columns ({columns}); “{text}” would be left out.',
    help: 'Add a column to the first two lines of the table, or remove the cell.',
  },
  'text/image-with-space': {
    message: '`{picture}` was not read as an image, because its address contains a space.',
    help: 'Write the address as `{address}`.',
  },
  'text/remote-image': {
    message: 'The image `{address}` is on another site, and readers would not see it.',
    help: 'Save it beside the text and write `./` and its name, let `npm run import` fetch it, or write a link to it.',
  },
  'text/invalid-image': {
    message: 'The image `{address}` {reason}.',
    help: 'Save it again as AVIF, GIF, JPEG, PNG, SVG or WebP.',
  },
  'text/formula': { message: 'The formula `{tex}` could not be rendered: {reason}.', help: '' },
  'text/no-bibliography': {
    message: '`@{key}` cites a work, but there is no bibliography.',
    help: 'Put `references.json` (CSL-JSON) or `references.bib` (BibTeX) beside the essay.',
  },
  'text/unknown-citation': {
    message: '`@{key}` is not in the bibliography beside this essay.',
    help: 'The keys are: {keys}.',
  },
  'text/invalid-bibliography': {
    message: 'The bibliography could not be read: {reason}.',
    help: 'It is a list of works as CSL-JSON (`references.json`) or BibTeX (`references.bib`).',
  },
  'text/duplicate-work': {
    message: 'Two works have the key `{key}`.',
    help: 'Give one of them another key, or remove it.',
  },
  'text/duplicate-id': {
    message: 'The id `{id}` is used twice, first on line {first}.',
    help: 'Choose another id here.',
  },
  'text/not-rendered': {
    message: 'An essay could not be rendered: {reason}.',
    help: 'Check the names of components and the names in braces.',
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
  // links that were published, and their ledger
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
    message: 'The text of this page has an inline `<{name}>`, which no browser would heed.',
    help: 'In a component leave `is:inline` and `set:html` away: its script and its style then become files of the site.',
  },
  // configuration and interface texts
  'site/missing': {
    message: 'The configuration of the site does not exist.',
    help: 'Restore this file from your last commit.',
  },
  'site/unknown-field': {
    message: '`site.{field}` is not a field of the configuration.',
    help: 'The fields are: {fields}.',
  },
  'site/invalid-value': { message: '`site.{field}` {rule}.', help: '' },
  'site/no-day': {
    message:
      '`site.comments.closeAfterDays` is set, so the build must know on which day it is made, and it never asks the clock.',
    help: 'Write `npm run build -- --day 2026-11-25`, or set the variable STET_DAY.',
  },
  'site/no-day-for-essay': {
    message: 'The essay is dated {published}, which has not come yet, and the build was not told its day.',
    help: 'Write `npm run build -- --day {day}` to hold it back until then, or `draft: true` into the text.',
  },
  'site/invalid-day': {
    message: 'The day of the build is `{found}`.',
    help: 'It must be a date such as 2026-11-25.',
  },
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
