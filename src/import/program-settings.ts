import type { Archive } from './archive.ts';

/** Files in which a program or its themes keep the address of a site, and how they name it. */
const places: readonly { file: RegExp; names: string }[] = [
  { file: /^gatsby-config\.[cm]?[jt]s$/, names: 'siteUrl' },
  { file: /^astro\.config\.[cm]?[jt]s$/, names: 'site' },
  {
    file: /^src\/(?:\w+[./])?(?:config|consts|constants)\.[cm]?[jt]s$/,
    names: 'siteUrl|SITE_URL|website|site|url',
  },
  {
    file: /^(?:src\/)?(?:content\/)?_data\/(?:site|metadata|meta|config)\.(?:json|[cm]?js)$/,
    names: 'url|siteUrl|baseUrl|homepage',
  },
];

/** The address of a site as its settings in JavaScript or JSON say it; null where they compute it or do not say it. */
export function namedAddress(archive: Archive): string | null {
  for (const { file, names } of places) {
    const setting = new RegExp(
      `(?<![\\w.])["']?(?:${names})["']?\\s*[:=]\\s*(["'\`])(https?://[^"'\`\\s$]+)\\1`,
    );
    for (const one of archive.files.filter((path) => file.test(path))) {
      const [, , address] = setting.exec(archive.text(one)) ?? [];
      if (address !== undefined) return address;
    }
  }
  return null;
}
