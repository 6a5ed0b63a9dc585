import './build-environment.ts';
import './on-author-error.ts';
import { siteFolder } from '../paths.ts';
import { buildSite } from './build-site.ts';
import { serve } from './serve.ts';

const code = await buildSite();
if (code === 0) {
  const { address } = await serve(siteFolder, '/', Number(process.env['PORT'] ?? 4321));
  console.log(`\nThe site is at ${address}\nPress Ctrl-C to stop.`);
} else {
  process.exitCode = code;
}
