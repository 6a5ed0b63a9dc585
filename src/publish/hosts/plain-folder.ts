import type { Host } from './host.ts';

export const plainFolderHost: Host = {
  name: 'A plain folder',
  guide: 'plain-folder.md',
  support: {
    headers: 'none',
    notFoundPage: 'no',
    compressed: 'no',
    observatory: '55',
    tried: 'python3, a disk',
  },
  files: () => [],
};
