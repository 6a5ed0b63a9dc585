import type { Host } from './host.ts';

export const gitlabPagesHost: Host = {
  name: 'GitLab Pages',
  guide: 'gitlab-pages.md',
  support: {
    headers: 'none: the host sends its own',
    notFoundPage: 'yes',
    compressed: 'yes',
    observatory: '75 (55 at worst)',
    tried: 'no',
  },
  files: () => [],
};
