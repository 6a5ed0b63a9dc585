import './guide-environment.ts';
import './build-environment.ts';
import './on-author-error.ts';
import { buildSite } from './build-site.ts';

/** `npm run guide`: builds the guide for those who write, by the site itself. */
process.exitCode = await buildSite();
