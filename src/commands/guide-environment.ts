/** Imported first by `npm run guide`: the guide for those who write is a library of its own. */
process.env['STET_CONTENT'] = 'docs/writing';
process.env['STET_OUT'] = '.stet/guide';
