import { z } from 'zod';
import type { Archive } from './archive.ts';
import { readFrontmatterBlock } from './frontmatter-block.ts';
import { namedAddress } from './program-settings.ts';

/** The program that makes a site of a folder of Markdown, and what its configuration says. */
export interface OtherSite {
  kind: 'Jekyll' | 'Hugo' | 'Hexo' | 'Eleventy' | 'Astro' | 'Gatsby' | 'Obsidian' | 'Markdown';
  /** Its address, with a slash at the end; null where the configuration does not say it. */
  base: string | null;
  /** How it makes addresses, by the first folder of a text; '' for all others. */
  patterns: ReadonlyMap<string, string>;
  language: string | null;
  /** Names with their values that a text may print, such as `site.url`. */
  values: ReadonlyMap<string, string>;
}

const configuration = z.looseObject({
  url: z.string().optional().catch(undefined),
  baseurl: z.string().optional().catch(undefined),
  baseURL: z.string().optional().catch(undefined),
  root: z.string().optional().catch(undefined),
  permalink: z.string().optional().catch(undefined),
  permalinks: z.unknown().optional(),
  lang: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  languageCode: z.string().optional().catch(undefined),
  defaultContentLanguage: z.string().optional().catch(undefined),
});

const jekyllStyles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  weekdate: '/:categories/:year/W:week/:short_day/:title.html',
  none: '/:categories/:title.html',
};

/** Recognises the program by the files that it needs. */
export function otherSite(archive: Archive): OtherSite {
  const named = (pattern: RegExp) => archive.files.find((file) => pattern.test(file));
  const file = named(/^(?:_config|hugo|config(?:\/_default\/(?:hugo|config))?)\.(?:ya?ml|toml)$/);
  const read = file === undefined ? {} : settingsOf(archive, file);
  const config = configuration.parse(read);
  const isHexo = file?.startsWith('_config') && archive.files.some((one) => one.startsWith('source/'));
  const kind = isHexo
    ? 'Hexo'
    : file?.startsWith('_config') || archive.files.some((one) => one.startsWith('_posts/'))
      ? 'Jekyll'
      : file !== undefined
        ? 'Hugo'
        : named(/^(?:\.?eleventy|eleventy\.config)\./)
          ? 'Eleventy'
          : named(/^astro\.config\./)
            ? 'Astro'
            : named(/^gatsby-config\./)
              ? 'Gatsby'
              : 'Markdown';
  const language = config.languageCode ?? config.lang ?? config.language ?? config.defaultContentLanguage;
  return {
    kind,
    base: baseOf(config.baseURL ?? urlOf(config.url, config.baseurl ?? ''), archive),
    patterns: patternsOf(kind, config.permalink, config.permalinks),
    language: language === undefined || language === '' ? null : language,
    values: valuesOf(read),
  };
}

function settingsOf(archive: Archive, file: string): Record<string, unknown> {
  const mark = file.endsWith('.toml') ? '+++' : '---';
  return readFrontmatterBlock(`${mark}\n${archive.text(file).replaceAll(/^---\s*$/gm, '')}\n${mark}\n`)
    .fields;
}

/** Hugo's `baseURL` in any case is a whole address, Jekyll's `baseurl` the path behind `url`. */
function urlOf(url: string | undefined, baseurl: string): string | null {
  if (/^https?:/.test(baseurl)) return baseurl;
  return url === undefined || url === '' ? null : url + baseurl;
}

function baseOf(url: string | null, archive: Archive): string | null {
  const host = archive.files.find((file) => /^(?:(?:static|public|source)\/)?CNAME$/.test(file));
  const ofHost = host === undefined ? '' : `https://${archive.text(host).trim()}`;
  const named = url ?? namedAddress(archive) ?? ofHost;
  return URL.canParse(named) && /^https?:/.test(named) ? named.replace(/\/*$/, '/') : null;
}

function patternsOf(
  kind: OtherSite['kind'],
  permalink: string | undefined,
  permalinks: unknown,
): Map<string, string> {
  if (kind === 'Jekyll') return new Map([['', jekyllStyles[permalink ?? 'date'] ?? permalink ?? '']]);
  if (kind === 'Hexo')
    return new Map([['', `/${permalink ?? ':year/:month/:day/:title/'}`.replace(/^\/+/, '/')]]);
  if (kind !== 'Hugo') return new Map();
  const sections = z.record(z.string(), z.unknown()).safeParse(permalinks).data ?? {};
  const pages = z.record(z.string(), z.unknown()).safeParse(sections['page']).data ?? sections;
  return new Map([
    ['', '/:sections/:slug/'],
    ...Object.entries(pages).flatMap(([section, pattern]): [string, string][] =>
      typeof pattern === 'string' ? [[section, pattern]] : [],
    ),
  ]);
}

/** `site.url`, `site.author.name` and the like, as Liquid names them. */
function valuesOf(fields: Readonly<Record<string, unknown>>, under = 'site'): Map<string, string> {
  return new Map(
    Object.entries(fields).flatMap(([name, value]): [string, string][] => {
      if (typeof value === 'string' || typeof value === 'number')
        return [[`${under}.${name}`, String(value)]];
      const group = z.record(z.string(), z.unknown()).safeParse(value);
      return group.success ? [...valuesOf(group.data, `${under}.${name}`)] : [];
    }),
  );
}
