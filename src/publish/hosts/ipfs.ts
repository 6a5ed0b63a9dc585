import type { Host } from './host.ts';

export const ipfsHost: Host = {
  name: 'IPFS',
  guide: 'ipfs.md',
  support: {
    headers: 'none: the gateway sends its own',
    notFoundPage: 'no',
    compressed: 'by the gateway',
    observatory: "the gateway's",
    tried: 'the path, by tests',
  },
  files: () => [],
};
