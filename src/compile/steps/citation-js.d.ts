/** The part of Citation.js that is used here; the package brings no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: { generateGraph?: boolean });
    data: { id: string }[];
    format(kind: 'bibliography' | 'citation', options: Record<string, unknown>): string;
  }
  export const plugins: {
    config: {
      get(plugin: '@csl'): {
        locales: { list(): string[] };
        styles: { add(name: string, csl: string): void };
      };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
