/** Returns the element that the fragment of the page's address names, or null if there is none. */
export function fragmentTarget(): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null; // the fragment has a broken percent escape
  }
}
