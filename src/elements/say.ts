/** Tells the reader what has just been done, by eye and by ear, in the page's one line for it. */
export function say(text: string): void {
  const line = document.querySelector('.said');
  if (!line) return;
  line.textContent = text;
  setTimeout(() => {
    if (line.textContent === text) line.textContent = '';
  }, 4000);
}

/**
 * Copies an address and says so. Where the page may not use the clipboard, the address bar shows it instead.
 * @param words what to say in the one case and in the other
 */
export async function copyAddress(address: string, words: { copied: string; shown: string }): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    say(words.copied);
  } catch {
    history.replaceState(history.state, '', address);
    say(words.shown);
  }
}
