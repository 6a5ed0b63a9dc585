/** Errors in the text of an essay or a page, as part of the table in `errors.ts`. */
export const textErrors = {
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
  'text/unread-attribute': {
    message: '`<{name}>` does not read `{attribute}`.',
    help: 'It reads {names}.',
  },
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
  'text/unknown-attribute': {
    message:
      '`<{name}` begins an element here, and `{attribute}` is no attribute of it: it would not be shown.',
    help: 'For the sign itself write `\\<`; else remove the attribute.',
  },
  'text/spread-attributes': {
    message: 'The attributes of `<{name}>` are computed by an expression.',
    help: 'Write each attribute out.',
  },
  'mdx/indented-code': {
    message: 'These lines are indented, which `.mdx` does not read as code: they would be printed as prose.',
    help: 'Put a line of three backquotes before and after code; remove the spaces before prose.',
  },
  'mdx/preformatted': {
    message:
      'What is between `<pre>` and `</pre>` is read as prose in `.mdx`: its spaces and empty lines would be lost.',
    help: 'Put a line of three backquotes before and after it instead, or name the file `.md`.',
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
  'text/admonition': {
    message: '`{text}` is a callout of another program.',
    help: 'A callout is `:::note` on a line of its own, its text without an indent, and `:::` on a line of its own.',
  },
  'text/markdown-in-html': {
    message: '`{text}` would be printed as it stands: Markdown is not read in lines of HTML.',
    help: 'Leave an empty line before and after the Markdown, or write it as HTML.',
  },
  'text/unread-attributes': {
    message: '`{text}` says nothing that could be shown here.',
    help: 'A heading can have an id, `{#name}`; a picture a width in pixels, `{width=300}`. Remove the rest.',
  },
  'text/unknown-wiki-link': {
    message: '`[[{name}]]` leads to no essay and no page.',
    help: 'Write the name of its folder, or its title. For the brackets themselves write `\\[[`.',
  },
  'text/ambiguous-wiki-link': {
    message: '`[[{name}]]` is the title of more than one text: {texts}.',
    help: 'Write the name of the folder of the one that you mean, as in `[[folder|words of the link]]`.',
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
  'text/template-code': {
    message: '`{text}` is code of another program, and would be printed as it is.',
    help: 'Write what it stands for, or put it in backquotes to show it.',
  },
  'text/lost-words': {
    message: 'These words would not be on the page: “{text}”.',
    help: 'Look for a sign before them that begins something else (`<`, `[`, `{`, `$`) and put a backslash before it. If there is none, the mistake is in Stet: please report it with these lines.',
  },
  'text/unclosed-comment': {
    message: 'A comment begins here and does not end: everything behind it would be left out.',
    help: 'Add `-->` where it ends.',
  },
  'text/duplicate-note': {
    message: 'The note `{mark}` is defined twice, first on line {first}; this one would be left out.',
    help: 'Give one of them another name.',
  },
  'text/duplicate-link': {
    message: '`{mark}` has an address on line {first}, and this one (`{address}`) would lead nobody there.',
    help: 'Give one of them another name, or remove it.',
  },
  'text/empty-code': {
    message: 'This code block has no code: `{info}` stands behind its first marks and is not shown.',
    help: 'Write the code on the lines below, and only its language behind the marks.',
  },
  'text/fence-on-one-line': {
    message: 'A code block begins here, before “{words}”, and ends on line {end}.',
    help: 'To strike the words out write `~~{words}~~`; for code, put a line of three backquotes before and after it.',
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
  'text/remote-drawing': {
    message: 'A drawing takes a part of another file (`{name}`: `{address}`), and readers would not see it.',
    help: 'Draw that part in the text, give it an id, and write `#` and the id.',
  },
  'text/not-a-picture': {
    message: '`{address}` is not a picture.',
    help: 'A film is `<video src="{address}" controls></video>`, a sound `<audio src="{address}" controls></audio>`; to any file `[its name]({address})` is a link.',
  },
  'text/invalid-image': {
    message: 'The image `{address}` {reason}.',
    help: 'Save it again as AVIF, GIF, JPEG, PNG, SVG or WebP.',
  },
  'text/formula': { message: 'The formula `{tex}` could not be rendered: {reason}.', help: '' },
  'text/no-bibliography': {
    message: '`@{key}` cites a work, but there is no bibliography.',
    help: 'Put `references.json` (CSL-JSON) or `references.bib` (BibTeX) beside the essay; for the signs themselves write `\\[@{key}]`.',
  },
  'text/unknown-citation': {
    message: '`@{key}` is not in the bibliography beside this essay.',
    help: 'The keys are: {keys}.',
  },
  'text/invalid-bibliography': {
    message: 'The bibliography could not be read: {reason}.',
    help: 'It is one list of works, as CSL-JSON (`references.json`) or BibTeX (`references.bib`).',
  },
  'text/duplicate-work': {
    message: 'Two works have the key `{key}`.',
    help: 'Give one of them another key, or remove it.',
  },
  'text/duplicate-id': {
    message: 'The id `{id}` is used twice, first on line {first}.',
    help: 'Choose another id here.',
  },
} as const;
