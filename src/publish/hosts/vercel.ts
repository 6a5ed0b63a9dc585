import { everywhere, forever, hashedFolders } from '../headers.ts';

/** `vercel.json`. Slashes are kept, or each page would stand at two addresses. */
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
  return `${JSON.stringify({ trailingSlash: true, cleanUrls: false, headers }, null, 2)}\n`;
}
