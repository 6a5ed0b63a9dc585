import './build-environment.ts';
import './on-author-error.ts';
import { buildSite } from './build-site.ts';

process.exitCode = await buildSite();
