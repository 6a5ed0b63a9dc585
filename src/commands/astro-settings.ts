import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { astroRoot, root } from '../paths.ts';

/** Settings by which Astro works on this checkout from a root of its own, where it keeps what it knows of the texts. */
export function astroSettings(): AstroInlineConfig {
  mkdirSync(astroRoot, { recursive: true });
  return {
    root: astroRoot,
    configFile: relative(astroRoot, join(root, 'astro.config.mjs')),
    srcDir: join(root, 'src'),
    publicDir: join(root, 'public'),
    cacheDir: join(astroRoot, 'cache'),
  };
}
