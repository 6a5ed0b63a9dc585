import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { startChromium } from '../../src/commands/chromium.ts';
import { install } from './starlight.ts';

/** What Lighthouse says of a page, as it is on a phone. */
export interface Simulated {
  /** When the largest text is painted in its simulation, in milliseconds. */
  largest: number;
  /** How far the page moved, as it was observed. */
  shift: number;
  /** Performance, accessibility, best practices, search engines: 0 to 100. */
  scores: number[];
}

const report = z.object({
  lhr: z.object({
    audits: z.object({
      'largest-contentful-paint': z.object({ numericValue: z.number() }),
      'cumulative-layout-shift': z.object({ numericValue: z.number() }),
    }),
    categories: z.record(z.string(), z.object({ score: z.number() })),
  }),
});

/**
 * Asks Lighthouse of pages, in a browser of its own. It is none of this project's packages: it is installed in a folder.
 * @param folder is made if it is not there; outside of this repository, so that npm leaves ours alone
 */
export async function startLighthouse(
  folder: string,
): Promise<{ simulate(address: string): Promise<Simulated>; close(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const packages = { name: 'beside', private: true, dependencies: { lighthouse: '^13.0.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(packages));
  install(folder, 'lighthouse');
  const program = pathToFileURL(join(folder, 'node_modules/lighthouse/core/index.js')).href;
  const { default: lighthouse }: { default: (address: string, flags: object) => Promise<unknown> } =
    await import(program);
  const port = 20_000 + (process.pid % 20_000);
  const browser = await startChromium([`--remote-debugging-port=${port}`]);
  return {
    async simulate(address) {
      const { lhr } = report.parse(await lighthouse(address, { port, logLevel: 'error' }));
      return {
        largest: lhr.audits['largest-contentful-paint'].numericValue,
        shift: lhr.audits['cumulative-layout-shift'].numericValue,
        scores: Object.values(lhr.categories).map(({ score }) => Math.round(score * 100)),
      };
    },
    close: () => browser.close(),
  };
}
