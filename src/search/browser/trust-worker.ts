interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): void;
}

declare global {
  interface Window {
    trustedTypes?: TrustedTypes;
  }
}

const trusted = new Set<string>();

/**
 * Allows this worker under the pages' content security policy, which requires Trusted Types. All other script
 * addresses are still rejected. The query of an address is ignored.
 */
export function trustWorker(worker: URL): void {
  const file = worker.origin + worker.pathname;
  const isFirst = trusted.size === 0;
  trusted.add(file);
  if (!isFirst) return; // a page has one policy of this name
  window.trustedTypes?.createPolicy('default', {
    createScriptURL(url) {
      const { origin, pathname } = new URL(url, location.href);
      if (trusted.has(origin + pathname)) return url;
      throw new TypeError(`Scripts must not be loaded from ${url}`);
    },
  });
}
