import { siteFolder } from '../paths.ts';
import { site as settings } from '../site.ts';
import { type BuiltSite, writeFile } from './built-site.ts';
import { filesOfHosts } from './hosts/hosts.ts';
import { placementOf } from './hosts/placement.ts';

/** Adds what hosts read from the site's own folder. What they read elsewhere is written by `npm run hosts`. */
export function addHostFiles(site: BuiltSite): void {
  for (const { path, text, published } of filesOfHosts(placementOf(settings.url, siteFolder)))
    if (published) writeFile(site, path, text);
}
