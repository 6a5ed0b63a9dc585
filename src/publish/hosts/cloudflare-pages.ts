import { headersFile } from './headers-file.ts';
import type { Host } from './host.ts';

export const cloudflarePagesHost: Host = {
  name: 'Cloudflare Pages',
  guide: 'cloudflare-pages.md',
  support: {
    headers: '`_headers` in `dist/`',
    notFoundPage: 'yes',
    compressed: 'by the host',
    observatory: '130',
    tried: 'its own code',
  },
  files: () => [{ path: '_headers', text: headersFile(), published: true }],
};
