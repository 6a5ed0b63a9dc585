/** Errors in the configuration of the site, as part of the table in `errors.ts`. */
export const siteErrors = {
  'site/folder-name': {
    message: 'The path of this folder has a `{sign}`, which the bundler takes for a part of an address.',
    help: 'Rename the folder, or move the site to another one.',
  },
  'site/missing': {
    message: 'The configuration of the site does not exist.',
    help: 'Restore this file from your last commit.',
  },
  'site/not-run': {
    message: 'The code in this file could not be run: {reason}.',
    help: 'Mend this line, or restore the file from your last commit.',
  },
  'site/unknown-field': {
    message: '`site.{field}` is not a field of the configuration.',
    help: 'The fields are: {fields}.',
  },
  'site/invalid-value': { message: '`{field}` {rule}.', help: '' },
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
  'site/sample-url': {
    message: '`url` is `{found}`, and no site can be under `.example`.',
    help: 'Write the address at which you publish this site: feeds and previews of links name it.',
  },
  'site/sample-mailbox': {
    message: 'Comments are sent to `{found}`, and no mail arrives under `.example`.',
    help: 'Write a mailbox of your own, or remove `comments`.',
  },
} as const;
