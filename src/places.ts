import { resolve } from 'node:path';

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

/** The finished site. `STET_OUT` names another folder, for tests that build beside the real one. */
export const siteFolder = resolve(root, process.env['STET_OUT'] ?? 'dist');
