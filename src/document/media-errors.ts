/** Errors in what a text shows of sounds, films and frames, as part of the table in `errors.ts`. */
export const mediaErrors = {
  'text/unknown-frame': {
    message: 'A frame from `{host}` is not allowed.',
    help: "Add `embeds: ['{host}']` to `content/site.ts`, or write a link to {page}.",
  },
  'text/invalid-frame': {
    message: '`{address}` is no address of another site that a frame could show.',
    help: 'Write the whole address, which begins with `https://`.',
  },
  'text/captions-format': {
    message: '`{address}` is not WebVTT.',
    help: 'Save captions, and the times of a reading, as a file that ends with `.vtt`.',
  },
  'text/remote-media': {
    message: 'The sound or film `{address}` is on another site, and readers would not get it.',
    help: 'Save it beside the text and write `./` and its name, write a link to it, or show its page with `<Embed>`.',
  },
  'text/unknown-reading': {
    message: '`<{name} of="{of}">` is not known.',
    help: 'For a recording of this text write `<Audio of="this" />`; for any other leave `of` out.',
  },
  'text/times-format': {
    message: 'The times of the reading are not WebVTT here.',
    help: 'The file begins with `WEBVTT`. A cue is the id of a block, a line such as `00:01.000 --> 00:09.500` below it, and an empty line behind it.',
  },
  'text/times-unknown-id': {
    message: 'A cue is named `{id}`, which is no id of this text.',
    help: 'Name it by the id of a heading or a paragraph: `npm run reading` writes a file with all of them.',
  },
  'text/times-order': {
    message: 'A cue begins before the one above it, or ends before it begins.',
    help: 'Put the cues in the order in which they are read.',
  },
} as const;
