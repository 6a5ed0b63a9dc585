import './on-author-error.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathFromRoot, root, siteFolder } from '../paths.ts';
import { filesOfHosts } from '../publish/hosts/hosts.ts';
import { placementOf } from '../publish/hosts/placement.ts';
import { site } from '../site.ts';

/**
 * `npm run hosts -- [folder]`: writes the settings of hosts that do not read them from the site's folder into
 * `.stet/hosts/`. They are not part of `dist/`, because there they would be published. The folder is where the
 * site will lie on a server of your own; without it, where it lies here.
 */
const placement = placementOf(site.url, process.argv[2]?.replace(/\/$/, '') ?? siteFolder);
for (const { path, text, published } of filesOfHosts(placement)) {
  if (published) continue;
  const file = join(root, '.stet/hosts', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(pathFromRoot(file));
}
console.log('\nThe guides in src/publish/hosts/ say where each file belongs.');
