import { relative, resolve } from 'node:path';

/** The repository's top folder: every command is run from there by npm. */
export const root = process.cwd();

/** A path as authors know it, from the repository's top, with slashes. */
export function pathFromRoot(path: string): string {
  return relative(root, path).replaceAll('\\', '/');
}

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
 * The finished site: a link to a folder in `sitesFolder`, so that one site can replace another in one step; a plain
 * folder after the first build on a machine where `CI` is set. `STET_OUT` is another path, for tests.
 */
export const siteFolder = resolve(root, process.env['STET_OUT'] ?? 'dist');

/** A name for a folder that no other folder has, fit for a file. */
const nameOf = (folder: string) =>
  relative(root, folder).replaceAll(/[^a-z0-9-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}`);

/** The current, the previous and the next site of `siteFolder`, each in a folder of its own. */
export const sitesFolder = resolve(root, '.stet/sites', nameOf(siteFolder));

/** What was sent and waits for approval; it holds e-mail addresses, and is never published nor committed. */
export const commentsBox = resolve(root, process.env['STET_COMMENTS'] ?? '.stet/comments');

/** The compiled form of modules, kept by Node. */
export const compileCacheFolder = resolve(root, '.stet/compile-cache');

/** What is served as it is. */
export const publicFolder = resolve(root, 'public');

/** Reports of imports, what they wrote and what they fetched. `STET_IMPORT` is another path, for tests. */
export const importFolder = resolve(root, process.env['STET_IMPORT'] ?? '.stet/import');

/** Held while a site is built for `siteFolder`. */
export const buildLock = resolve(root, '.stet/locks', `${nameOf(siteFolder)}.lock`);

/** Every mistake of the last build that failed, where there were more than a terminal should show. */
export const problemsFile = resolve(
  root,
  '.stet',
  process.env['STET_OUT'] ? `problems${nameOf(siteFolder)}.txt` : 'problems.txt',
);

/** True for the writing server (`npm run dev`), which shows drafts. No build mode and no stray NODE_ENV can publish one. */
export const showsDrafts = process.env['STET_DRAFTS'] === 'show';

/**
 * Where Astro keeps what it knows of the texts, one folder for each site that it builds and each library that it
 * shows, so that none disturbs another: Astro has it in `.astro` under its root.
 */
export const astroRoot = resolve(
  root,
  '.stet/astro',
  showsDrafts ? `write-${nameOf(contentFolder)}` : `build-${nameOf(siteFolder)}`,
);

/** What the pages show, written before Astro starts. */
export const siteDataFile = resolve(astroRoot, 'site-data.json');

/** Results of earlier builds of this site. Each site has a folder of its own, so that none deletes another's. */
export const cacheFolder = resolve(
  root,
  '.stet/cache',
  showsDrafts ? `write-${nameOf(contentFolder)}` : `build-${nameOf(siteFolder)}`,
);
