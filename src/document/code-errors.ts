/** Errors of what `.mdx` texts import and export, and of their code when it runs. */
export const codeErrors = {
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
  'text/import-circle': {
    message: '`{address}` imports itself, directly or through others.',
    help: 'Remove one of these imports.',
  },
  'text/ends-process': {
    message: 'Code in this text ends the process (`process.exit` and the like).',
    help: 'Remove it.',
  },
  'text/endless': {
    message: 'Code in this file has been running for {seconds} seconds.',
    help: 'Look for a loop that does not end.',
  },
  'text/not-rendered': {
    message: 'An essay could not be rendered: {reason}.',
    help: 'Check the names of components and the names in braces.',
  },
  'text/reserved-export': {
    message: 'The text exports `{name}`, a name that its page needs.',
    help: 'Give it another name.',
  },
  'text/waits': {
    message: 'Code in this text waits for something that never comes (`await`).',
    help: 'Remove the `await`, or wait for something that ends.',
  },
} as const;
