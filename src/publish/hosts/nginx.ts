import { askFirst, everywhere, forever, hashedFolders } from '../headers.ts';
import type { Host } from './host.ts';
import type { Placement } from './placement.ts';

export const nginxHost: Host = {
  name: 'nginx',
  guide: 'nginx.md',
  support: {
    headers: '`.stet/hosts/nginx.conf`',
    notFoundPage: 'yes',
    compressed: 'gzip; brotli (module)',
    observatory: '130',
    tried: 'nginx 1.22',
  },
  files: (placement) => [{ path: 'nginx.conf', text: nginx(placement), published: false }],
};

/**
 * A site for nginx, for `/etc/nginx/conf.d/` or `sites-enabled/`. Every `add_header` is in the server and
 * none in a location, because one in a location would drop all of the server's; `always` sends them with
 * errors too. A missing file is answered by way of 404.html, so its answer is never kept for a year.
 */
export function nginx({ name, listen, mount, folder }: Placement, brotli = false): string {
  const hashed = `${pattern(mount)}(?:${hashedFolders.map(pattern).join('|')})/`;
  const headers = Object.entries(everywhere).map(
    ([header, value]) => `  add_header ${header} "${value}" always;`,
  );
  const cache = `$stet_cache_${name.replaceAll(/\W/g, '_')}`; // two sites of one server need two
  return `map $uri ${cache} {
  default "${askFirst}";
  "~^${hashed}" "${forever}";
}

server {
  listen ${listen};
  server_name ${name};

${headers.join('\n')}
  add_header Cache-Control ${cache} always;
  add_header Vary Accept-Encoding always;

  absolute_redirect off; # behind a proxy nginx knows neither the scheme nor the port
  charset utf-8;
  charset_types text/css text/plain text/xml application/javascript application/json application/atom+xml image/svg+xml;
  default_type application/octet-stream;
  gzip_static on;
  ${brotli ? '' : '# '}brotli_static on;${brotli ? '' : ' # where the module is installed: libnginx-mod-http-brotli-static'}

  error_page 404 ${mount}404.html;
  error_page 403 =404 ${mount}404.html; # a folder without a page

${mount === '/' ? '' : `  location = ${mount.slice(0, -1)} {\n    return 301 ${mount}$is_args$args;\n  }\n`}  location ^~ ${mount} {
    alias "${folder}/";
    location ~ /(?:_headers$|\\.(?!well-known/)) {
      return 404;
    }
  }
}
`;
}

function pattern(text: string): string {
  return text.replaceAll(/[.+*?^$()[\]{}|\\]/g, '\\$&');
}
