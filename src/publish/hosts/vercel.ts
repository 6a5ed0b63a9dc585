import { checksumsFile } from '../checksums.ts';
import { everywhere, forever, hashedFolders } from '../headers.ts';
import type { Host } from './host.ts';

export const vercelHost: Host = {
  name: 'Vercel',
  guide: 'vercel.md',
  support: {
    headers: '`.stet/hosts/vercel.json`',
    notFoundPage: 'yes',
    compressed: 'by the host',
    observatory: '130',
    tried: 'its file, by its own code',
  },
  files: () => [{ path: 'vercel.json', text: vercel(), published: false }],
};

/**
 * `vercel.json`. A folder without its slash is sent to its address, or each page would have two. Vercel's own
 * `trailingSlash` would do so too, and put a slash behind every file whose name has no ending.
 */
export function vercel(): string {
  const list = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).map(([key, value]) => ({ key, value }));
  const headers = [
    { source: '/(.*)', headers: list(everywhere) },
    ...hashedFolders.map((folder) => ({
      source: `/${folder}/(.*)`,
      headers: list({ 'Cache-Control': forever }),
    })),
  ];
  const builder = {
    framework: null,
    installCommand: 'npm ci',
    buildCommand: 'npm run build',
    outputDirectory: 'dist',
  };
  const source = `/((?!${checksumsFile}$)(?:[^/]+/)*[^/.]+)`;
  const redirects = [{ source, destination: '/$1/', permanent: true }];
  return `${JSON.stringify({ ...builder, cleanUrls: false, redirects, headers }, null, 2)}\n`;
}
