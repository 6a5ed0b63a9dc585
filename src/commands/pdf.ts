import './on-author-error.ts';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSources } from '../compile/read-sources.ts';
import { essayAddress } from '../document/address.ts';
import { lastChanged } from '../document/last-changed.ts';
import { nearest } from '../document/nearest.ts';
import { pathFromRoot, root, siteFolder } from '../paths.ts';
import { site } from '../site.ts';
import { startChromium } from './chromium.ts';
import { printEssay } from './print-essay.ts';

/**
 * `npm run pdf [-- slug…]`: prints the essays of the built site, or those that are named, into `.stet/pdf/`. A PDF has
 * the time at which it was made in it, so that it is no part of the site.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const textFile = (slug: string) => join(siteFolder, essayAddress(slug), 'index.txt');
const essays = readSources(site.language).essays.filter(({ slug }) => existsSync(textFile(slug)));
const slugs = essays.map(({ slug }) => slug);
const unknown = positionals.filter((slug) => !slugs.includes(slug));
const folder = process.env['STET_PDF'] ?? join(root, '.stet/pdf');

if (slugs.length === 0 || unknown.length > 0) {
  for (const slug of unknown) {
    const near = nearest(slug, slugs);
    console.error(
      `${pathFromRoot(siteFolder)} has no essay \`${slug}\`.${near === null ? '' : ` Do you mean \`${near}\`?`}`,
    );
  }
  console.error('A PDF is printed of what is built and published: run `npm run build` first.');
  process.exitCode = 1;
} else {
  const browser = await startChromium();
  for (const { slug, metadata } of essays) {
    if (positionals.length > 0 && !positionals.includes(slug)) continue;
    // of the plain text, whose sum SHA256SUMS has: so anybody can see which text was printed
    const sum = createHash('sha256')
      .update(readFileSync(textFile(slug)))
      .digest('hex');
    const version = `${lastChanged(metadata)}, sha256 ${sum}`;
    const file = join(folder, `${slug}.pdf`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await printEssay(browser, slug, { folder: siteFolder, base: site.url, version }));
    console.log(pathFromRoot(file));
  }
  await browser.close();
}
