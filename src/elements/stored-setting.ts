/** What is kept in this browser only. Where storage is blocked or full, nothing is kept and nothing breaks. */

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`stet-${name}`);
  } catch {
    return null;
  }
}

/** Keeps a value, or forgets it where it is null. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`stet-${name}`);
    else localStorage.setItem(`stet-${name}`, value);
  } catch {
    // blocked or full: the choice holds for this page
  }
}
