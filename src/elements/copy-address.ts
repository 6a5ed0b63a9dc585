import { announce } from './announce.ts';

/**
 * Copies an address to the clipboard and announces it. If the clipboard is not available, the address bar shows
 * the address instead.
 * @param messages the announcement for each of the two cases
 */
export async function copyAddress(
  address: string,
  messages: { copied: string; shown: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    announce(messages.copied);
  } catch {
    history.replaceState(history.state, '', address);
    announce(messages.shown);
  }
}
