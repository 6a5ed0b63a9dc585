import { apacheHost } from './apache.ts';
import { caddyHost } from './caddy.ts';
import { cloudflarePagesHost } from './cloudflare-pages.ts';
import { cloudfrontHost } from './cloudfront.ts';
import { firebaseHost } from './firebase.ts';
import { githubPagesHost } from './github-pages.ts';
import { gitlabPagesHost } from './gitlab-pages.ts';
import type { Host, HostFile } from './host.ts';
import { ipfsHost } from './ipfs.ts';
import { netlifyHost } from './netlify.ts';
import { nginxHost } from './nginx.ts';
import type { Placement } from './placement.ts';
import { plainFolderHost } from './plain-folder.ts';
import { vercelHost } from './vercel.ts';

/** Every host, in the order of the table in `hosts.md`. A new one is a file like these with its guide, and a line here. */
export const hosts: readonly Host[] = [
  nginxHost,
  caddyHost,
  apacheHost,
  netlifyHost,
  cloudflarePagesHost,
  vercelHost,
  firebaseHost,
  cloudfrontHost,
  githubPagesHost,
  gitlabPagesHost,
  ipfsHost,
  plainFolderHost,
];

/** The files of all hosts. Two hosts that read the same file are given the same text. */
export function filesOfHosts(placement: Placement): HostFile[] {
  return hosts.flatMap((host) => host.files(placement));
}

/** The table of `hosts.md`. After a change: `node src/commands/host-table.ts`. */
export function hostTable(): string {
  const head = ['Host', 'Our headers', '404 page', 'Compressed ahead', 'Observatory', 'Tried here'];
  const rows = hosts.map(({ name, guide, support }) => [
    `[${name}](${guide})`,
    support.headers,
    support.notFoundPage,
    support.compressed,
    support.observatory,
    support.tried,
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
