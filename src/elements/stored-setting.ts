/** Reads a setting from this browser's local storage. Returns null if it is not set or storage is blocked. */
export function storedSetting(name: string): string | null {
  try {
    return localStorage.getItem(`stet-${name}`);
  } catch {
    return null;
  }
}

/** Writes a setting to this browser's local storage, or removes it if the value is null. */
export function storeSetting(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`stet-${name}`);
    else localStorage.setItem(`stet-${name}`, value);
  } catch {
    // storage is blocked or full: the setting lasts until the page is left
  }
}
