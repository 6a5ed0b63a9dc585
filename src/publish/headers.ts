/**
 * What every host is asked to send with the site's files: the one source from which the files in `hosts/` are
 * made. The rest of the content policy is in each page (`content-policy.ts`); what a page cannot say about
 * itself is here.
 *
 * Not sent, each with its reason: `Cross-Origin-Resource-Policy`, because everything here is public and its
 * pictures are meant to be shown by feed readers; `Cross-Origin-Embedder-Policy`, because it gives powers that
 * no page uses; `upgrade-insecure-requests`, because no address in the site names a scheme; `includeSubDomains`
 * and `preload`, because they bind more than this site.
 */
export const everywhere: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // Browsers heed it over https only. One year; Observatory asks for six months.
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Folders in which a file's name changes whenever its bytes do. */
export const hashedFolders = ['_astro', 'pagefind/fragment', 'pagefind/index'] as const;

/** `Cache-Control` of the files in `hashedFolders`: for a year, which is as long as caches remember. */
export const forever = 'public, max-age=31536000, immutable';

/** `Cache-Control` of everything else: kept, but asked about before each use. */
export const askFirst = 'public, max-age=0, must-revalidate';

/** Endings of the search's files, which servers do not know. All are `application/octet-stream`. */
export const searchEndings = ['pagefind', 'pf_fragment', 'pf_index', 'pf_meta'] as const;

/** What to send with the file at a path inside the site, for example `_astro/page.css`. */
export function headersFor(path: string): Record<string, string> {
  const hashed = hashedFolders.some((folder) => path.startsWith(`${folder}/`));
  return { ...everywhere, 'Cache-Control': hashed ? forever : askFirst };
}
