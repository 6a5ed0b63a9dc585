import { addFile, type BuiltSite } from './built-site.ts';
import { headersFile } from './hosts/headers-file.ts';
import { htaccess } from './hosts/htaccess.ts';

/** Adds what hosts read from the site's own folder. What stands elsewhere is written by `npm run hosts`. */
export function hostFiles(site: BuiltSite): void {
  addFile(site, '_headers', headersFile());
  addFile(site, '.htaccess', htaccess());
}
