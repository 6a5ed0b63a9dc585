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
 * Allows this worker under the pages' content security policy, which requires Trusted Types. All other script
 * addresses are still rejected. The query of an address is ignored.
 */
export function trustWorker(worker: URL): void {
  const file = worker.origin + worker.pathname;
  if (trusted === file) return;
  trusted = file;
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin, pathname } = new URL(url, location.href);
      if (origin + pathname === file) return url;
      throw new TypeError(`Scripts must not be loaded from ${url}`);
    },
  });
}
