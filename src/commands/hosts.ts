import './on-author-error.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, siteFolder } from '../paths.ts';
import { caddy } from '../publish/hosts/caddy.ts';
import { cloudfrontFunction, cloudfrontHeaders } from '../publish/hosts/cloudfront.ts';
import { firebase } from '../publish/hosts/firebase.ts';
import { nginx } from '../publish/hosts/nginx.ts';
import { placementOf } from '../publish/hosts/placement.ts';
import { vercel } from '../publish/hosts/vercel.ts';
import { site } from '../site.ts';

/**
 * `npm run hosts -- [folder]`: writes the settings of hosts that do not read them from the site's folder into
 * `.stet/hosts/`. They are not part of `dist/`, because there they would be published. The folder is where the
 * site will lie on a server of your own; without it, where it lies here.
 */
const placement = placementOf(site.url, process.argv[2]?.replace(/\/$/, '') ?? siteFolder);
const files = {
  'nginx.conf': nginx(placement),
  Caddyfile: caddy(placement),
  'vercel.json': vercel(),
  'firebase.json': firebase(),
  'cloudfront-headers.json': cloudfrontHeaders(placement.name),
  'cloudfront-function.js': cloudfrontFunction(),
};
for (const [name, text] of Object.entries(files)) {
  const file = join(root, '.stet/hosts', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(relative(root, file));
}
console.log('\nWhat to do with them: src/publish/hosts/, a guide for each host.');
