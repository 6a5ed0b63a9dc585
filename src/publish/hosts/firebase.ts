import { askFirst, everywhere, forever, hashedFolders } from '../headers.ts';
import type { Host } from './host.ts';

export const firebaseHost: Host = {
  name: 'Firebase',
  guide: 'firebase.md',
  support: {
    headers: '`.stet/hosts/firebase.json`',
    notFoundPage: 'yes',
    compressed: 'by the host',
    observatory: '130',
    tried: 'its own emulator',
  },
  files: () => [{ path: 'firebase.json', text: firebase(), published: false }],
};

/**
 * `firebase.json`, for the top of the repository. Of two rules that name one header the later one counts.
 * Every path is meant by an expression, because `**` passes over names that begin with a point. `ignore` replaces
 * Firebase's own list, which leaves out `.well-known`.
 */
export function firebase(): string {
  const list = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).map(([key, value]) => ({ key, value }));
  const hosting = {
    public: 'dist',
    ignore: ['firebase.json', '.htaccess', '_headers', '**/*.br', '**/*.gz'],
    trailingSlash: true,
    headers: [
      { regex: '.*', headers: list({ ...everywhere, 'Cache-Control': askFirst }) },
      ...hashedFolders.map((folder) => ({
        source: `/${folder}/**`,
        headers: list({ 'Cache-Control': forever }),
      })),
    ],
  };
  return `${JSON.stringify({ hosting }, null, 2)}\n`;
}
