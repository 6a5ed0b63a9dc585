import { askFirst, everywhere, forever, hashedFolders, searchEndings } from '../headers.ts';
import type { Host } from './host.ts';

export const apacheHost: Host = {
  name: 'Apache',
  guide: 'apache.md',
  support: {
    headers: '`.htaccess` in `dist/`',
    notFoundPage: 'yes',
    compressed: 'brotli, gzip',
    observatory: '130',
    tried: 'Apache 2.4',
  },
  files: () => [{ path: '.htaccess', text: htaccess(), published: true }],
};

/**
 * `.htaccess`, which Apache reads from the site's folder where `AllowOverride FileInfo` is set. It knows no
 * path: the rewriting module finds out where the folder appears.
 */
export function htaccess(): string {
  const headers = Object.entries(everywhere).map(
    ([header, value]) => `  Header always set ${header} "${value}"`,
  );
  const hashed = hashedFolders.map((folder) => folder.replaceAll('.', '\\.')).join('|');
  return `AddDefaultCharset utf-8
AddCharset utf-8 .css .js .json .svg .xml .txt
AddType text/javascript .js
AddType font/woff2 .woff2
AddType application/octet-stream ${searchEndings.map((ending) => `.${ending}`).join(' ')}

<IfModule mod_headers.c>
${headers.join('\n')}
  Header always set Cache-Control "${askFirst}"
  <If "%{REQUEST_URI} =~ m#/(?:${hashed})/[^/]+$#">
    Header always set Cache-Control "${forever}" "expr=%{REQUEST_STATUS} -lt 400"
  </If>
  Header merge Vary Accept-Encoding
</IfModule>

<IfModule mod_rewrite.c>
  RewriteEngine On
  # where this folder appears, whatever the server calls it
  RewriteCond "%{REQUEST_URI}::$1" "^/(.*?)([^:]*)::\\2$"
  RewriteRule "^(.*)$" "-" [E=STET_MOUNT:%1]
  ErrorDocument 404 /%{reqenv:STET_MOUNT}404.html

  # a folder without a page, and files that are for hosts and not for readers
  RewriteCond %{REQUEST_FILENAME} -d
  RewriteCond %{REQUEST_FILENAME}/index.html !-f
  RewriteRule ^ - [R=404,L]
  RewriteRule "(?:^|/)(?:_headers$|\\.(?!well-known/))" - [R=404,L]

  # files compressed ahead
  RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
  RewriteCond %{REQUEST_FILENAME}index.html.br -f
  RewriteRule "^(.*/)?$" "$1index.html.br" [L]
  RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule "^(.+)$" "$1.br" [L]
  RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
  RewriteCond %{REQUEST_FILENAME}index.html.gz -f
  RewriteRule "^(.*/)?$" "$1index.html.gz" [L]
  RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule "^(.+)$" "$1.gz" [L]
</IfModule>

<IfModule mod_mime.c>
  RemoveLanguage .br
  RemoveType .gz
  AddEncoding br .br
  AddEncoding gzip .gz
</IfModule>
`;
}
