import { announce } from './announce.ts';

/**
 * Copies an address to the clipboard and announces it. If the clipboard is not available, the address bar shows
 * the address instead.
 * @param element has the announcement for each of the two cases, in `data-copied` and `data-shown`
 */
export async function copyAddress(address: string, { dataset }: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    announce(dataset['copied'] ?? '');
  } catch {
    history.replaceState(history.state, '', address);
    announce(dataset['shown'] ?? '');
  }
}
