import type { Host } from './host.ts';

export const githubPagesHost: Host = {
  name: 'GitHub Pages',
  guide: 'github-pages.md',
  support: {
    headers: 'none: the host sends its own',
    notFoundPage: 'yes',
    compressed: 'by the host',
    observatory: '75 (55 at worst)',
    tried: 'no',
  },
  files: () => [],
};
