import { mkdirSync } from 'node:fs';
import { serve } from '../src/commands/serve.ts';
import { siteFolder } from '../src/paths.ts';
import { startChromium } from '../tests/browser/chromium.ts';

/** Takes the picture in the README of the built site: `npm run build && npm run picture`. */
const { address, server } = await serve(siteFolder);
const browser = await startChromium();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`${address}essays/why-does-web3-ai-lose/#ai-and-the-wave-theory-of-technological-evolution`);
await page.waitForTimeout(500);
mkdirSync('docs', { recursive: true });
await page.screenshot({ path: 'docs/essay.png' });
await browser.close();
server.close();
