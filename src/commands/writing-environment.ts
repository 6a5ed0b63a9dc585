/** Imported first by `npm run dev`, before any module looks at the environment: it shows drafts. */
process.env['STET_DRAFTS'] = 'show';
