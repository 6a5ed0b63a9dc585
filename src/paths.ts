import { relative, resolve } from 'node:path';

/** The repository's top folder: every command is run from there by npm. */
export const root = process.cwd();

/**
 * The folder that holds `essays/` and `pages/`. `STET_CONTENT` names another one, so that tests and
 * benches can build their own small libraries with the same code.
 */
export const contentFolder = resolve(root, process.env['STET_CONTENT'] ?? 'content');

/** Essays: one folder each, named by its slug, with `index.mdx` or `index.md` inside. */
export const essaysFolder = resolve(contentFolder, 'essays');

/** Pages that belong to the site and not to its list of essays, such as the about page. */
export const pagesFolder = resolve(contentFolder, 'pages');

/**
 * Where the finished site appears: a link to a folder in `sitesFolder`, so that one site can take another's place in
 * one step; a plain folder after the first build on a machine where `CI` is set. `STET_OUT` names another place, for tests that build beside the real one.
 */
export const siteFolder = resolve(root, process.env['STET_OUT'] ?? 'dist');

/** A name for a folder that no other folder has, fit for a file. */
const nameOf = (folder: string) =>
  relative(root, folder).replaceAll(/[^a-z0-9-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);

/** The sites that have stood or may come to stand at `siteFolder`, each in a folder of its own. */
export const sitesFolder = resolve(root, '.stet/sites', nameOf(siteFolder));

/** Results of earlier builds of this site. Each site has a folder of its own, so that none prunes another's. */
export const cacheFolder = resolve(root, '.stet/cache/sites', nameOf(siteFolder));

/** Held while a site is built for `siteFolder`. */
export const placeLock = resolve(root, '.stet/locks', `${nameOf(siteFolder)}.lock`);

/**
 * Where Astro keeps what it knows of the texts, one folder for each site that it builds and each library that it
 * shows, so that none disturbs another: Astro has it in `.astro` under its root.
 */
const astroRoot = (task: string) => resolve(root, '.stet/astro', task);
export const buildRoot = astroRoot(`build-${nameOf(siteFolder)}`);
export const writingRoot = astroRoot(`write-${nameOf(contentFolder)}`);

/** What the pages show, written before Astro starts: by the writing server where drafts are shown, else by a build. */
export const siteDataFile = resolve(
  process.env['STET_DRAFTS'] === 'show' ? writingRoot : buildRoot,
  'site-data.json',
);
