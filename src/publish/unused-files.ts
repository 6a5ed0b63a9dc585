import { type BuiltSite, filesOf, readText, removeFile } from './built-site.ts';
import type { FinishedPage } from './finished-pages.ts';

/** What names such files beside the pages: styles, scripts, and files at the site's root. Other forms name what pages name. */
const naming = /^_astro\/.*\.(?:css|js)$|^[^/]+\.(?:css|js|json|xml|webmanifest)$/;
const kept = /\.(?:html|js|json|xml|webmanifest)$/;
/** The script of a component, which only a page that has the component loads. */
const ofComponent = /\.astro_astro_type_script_[^/]*\.js$/;

/**
 * Removes what Astro has put beside the pages and no page, style or script names: pictures of drafts, which
 * are not published, the originals of pictures that are shown in other sizes, and the style and scripts of what the
 * site does not have, such as comments or translations.
 */
export function removeUnusedFiles(site: BuiltSite, pages: readonly FinishedPage[]): void {
  const onPages = new Set(pages.flatMap(({ assets }) => assets));
  const inTexts = filesOf(site)
    .filter((path) => naming.test(path))
    .map((path) => readText(site, path))
    .join('\n');
  for (const path of filesOf(site)) {
    if (!path.startsWith('_astro/') || onPages.has(path)) continue;
    if (kept.test(path) && !ofComponent.test(path)) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!inTexts.includes(name) && !inTexts.includes(encodeURI(name))) removeFile(site, path);
  }
}
