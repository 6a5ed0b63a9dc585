import './build-environment.ts';
import './on-author-error.ts';
import { siteFolder } from '../paths.ts';
import { buildSite } from './build-site.ts';
import { serve } from './serve.ts';

const code = await buildSite();
if (code === 0) {
  const port = Number(process.env['PORT'] ?? 4321);
  const { address } = await serve(siteFolder, '/', port);
  const isTaken = new URL(address).port !== String(port);
  const why = isTaken ? ` (another program has port ${port})` : '';
  console.log(`\nThe site is at ${address}${why}\nPress Ctrl-C to stop.`);
} else {
  process.exitCode = code;
}
