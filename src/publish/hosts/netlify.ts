import { headersFile } from './headers-file.ts';
import type { Host } from './host.ts';

export const netlifyHost: Host = {
  name: 'Netlify',
  guide: 'netlify.md',
  support: {
    headers: '`_headers` in `dist/`',
    notFoundPage: 'yes',
    compressed: 'by the host',
    observatory: '130',
    tried: 'its file, by its own parser',
  },
  files: () => [{ path: '_headers', text: headersFile(), published: true }],
};
