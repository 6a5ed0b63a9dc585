import { unpackedChromium } from '../../src/commands/unpacked-chromium.ts';
import { packagedChromium } from './chromium.ts';

/** Before any worker starts, so that none of them has to wait for Chromium. */
export default async function unpackOnce() {
  if (packagedChromium) await unpackedChromium();
}
