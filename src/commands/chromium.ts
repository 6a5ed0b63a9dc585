import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { unpackedChromium } from './unpacked-chromium.ts';

/** Whether npm brought a Chromium that runs on this machine. */
export const packagedChromium = process.platform === 'linux' && process.arch === 'x64';

/**
 * Starts a real Chromium: the one that npm brought (Linux on x64), else an installed Chrome or Chromium.
 * @param more arguments of its command line besides ours
 * @throws Error that says how to get one, where there is none; tests never skip for want of a browser
 */
export async function startChromium(more: readonly string[] = []): Promise<Browser> {
  const common = [
    ...more,
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--font-render-hinting=none',
  ];
  if (packagedChromium) {
    const args = [
      ...new Set([
        ...sparticuz.args.filter(
          (arg) =>
            !/^--(?:single-process|no-zygote|headless|disable-web-security|allow-running-insecure-content|disable-site-isolation-trials|user-agent|in-process-gpu|ignore-gpu|use-gl|use-angle|enable-unsafe)/.test(
              arg,
            ),
        ),
        ...common,
      ]),
    ];
    const { program, env } = await unpackedChromium();
    const start = () => chromium.launch({ executablePath: program, args, env });
    // on a machine with little to spare it now and then ends with SIGSEGV before it answers
    return start().catch(start);
  }
  const named = process.env['STET_CHROMIUM'];
  if (named && existsSync(named)) return chromium.launch({ executablePath: named, args: common });
  try {
    return await chromium.launch({ channel: 'chrome', args: common });
  } catch {
    throw new Error(
      'Chrome or Chromium is needed, and there is none. Install Chrome, or set STET_CHROMIUM to the path of a Chromium.',
    );
  }
}
