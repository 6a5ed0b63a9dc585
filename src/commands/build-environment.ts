/**
 * Imported first by commands that build, before any module looks at the environment: a build never publishes a
 * draft, and Astro, which reads NODE_ENV when it is loaded, builds for production.
 */
delete process.env['STET_DRAFTS'];
process.env['NODE_ENV'] = 'production';
