import { everywhere, forever, hashedFolders } from '../headers.ts';

/**
 * `_headers`, which Netlify and Cloudflare Pages read from the site's folder. Both join the values of a header
 * that two rules name, so no header is in two rules that apply to one file; what is not hashed keeps the hosts' own
 * `public, max-age=0, must-revalidate`. Cloudflare's limits: 100 rules, 2,000 characters a line.
 */
export function headersFile(): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const rules = [
    rule('/*', everywhere),
    ...hashedFolders.map((folder) => rule(`/${folder}/*`, { 'Cache-Control': forever })),
  ];
  return `${rules.join('\n\n')}\n`;
}
