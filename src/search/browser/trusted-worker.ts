interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): void;
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes;
  }
}

let trusted: string | undefined;

/**
 * The pages' policy forbids scripts from addresses made up at run time; this lets through the search's worker
 * and nothing else. A query after its address makes no other file of it.
 */
export function trustOnly(worker: URL): void {
  const file = worker.origin + worker.pathname;
  if (trusted === file) return;
  trusted = file;
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const asked = new URL(url, location.href);
      if (asked.origin + asked.pathname === file) return url;
      throw new TypeError(`Scripts may not be loaded from ${url}`);
    },
  });
}
