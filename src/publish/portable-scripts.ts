import type { AstroIntegration } from 'astro';

/** The module in which the bundler keeps its helper for imports at run time. */
const helper = '\0vite/preload-helper.js';

/**
 * Scripts that find their parts at any path: addresses inside them are relative to themselves, and an import
 * at run time is the browser's own. The bundler's helper, which would come between, weighs 0.7 kB, adds links to
 * style sheets that ours do not have and begins its addresses at the root of the server. Nor does a script list the
 * parts of what it may load later.
 */
export function portableScripts(): AstroIntegration {
  return {
    name: 'stet-portable-scripts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            experimental: {
              renderBuiltUrl: (_file: string, { hostType }: { hostType: string }) =>
                hostType === 'js' ? { relative: true } : undefined,
            },
            plugins: [
              {
                name: 'stet-plain-imports',
                enforce: 'pre',
                load: (id) => (id === helper ? 'export const __vitePreload = (load) => load();' : undefined),
              },
              {
                name: 'stet-no-lists-of-parts',
                generateBundle: {
                  order: 'post', // the bundler writes the lists in this hook
                  handler(_options, bundle) {
                    for (const chunk of Object.values(bundle))
                      if (chunk.type === 'chunk') chunk.code = plainImports(chunk.code);
                  },
                },
              },
            ],
          },
        });
      },
    },
  };
}

/** Takes out of minified code the calls of the helper, and the lists of files that they name for it. */
export function plainImports(code: string): string {
  const parts = String.raw`,(?:\[\]|__vite__mapDeps\(\[[\d,]*\]\)),import\.meta\.url\)`;
  return code
    .replace(/^const __vite__mapDeps=.*\n/, '')
    .replaceAll(new RegExp(`(?<![\\w$.])[\\w$]+\\(\\(\\)=>(import\\(\`[^\`]*\`\\))${parts}`, 'g'), '$1')
    .replaceAll(new RegExp(parts, 'g'), ')');
}
