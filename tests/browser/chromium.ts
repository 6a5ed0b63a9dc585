export { packagedChromium, startChromium } from '../../src/commands/chromium.ts';
