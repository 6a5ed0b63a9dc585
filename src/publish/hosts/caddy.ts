import { askFirst, everywhere, forever, hashedFolders, searchEndings } from '../headers.ts';
import type { Host } from './host.ts';
import type { Placement } from './placement.ts';

export const caddyHost: Host = {
  name: 'Caddy',
  guide: 'caddy.md',
  support: {
    headers: '`.stet/hosts/Caddyfile`',
    notFoundPage: 'yes',
    compressed: 'brotli, gzip',
    observatory: '130',
    tried: 'Caddy 2.6',
  },
  files: (placement) => [{ path: 'Caddyfile', text: caddy(placement), published: false }],
};

/** A site for Caddy, to import from `/etc/caddy/Caddyfile`. Caddy fetches its certificate by itself. */
export function caddy({ name, mount, folder }: Placement): string {
  const lines = (indent: string) =>
    Object.entries(everywhere)
      .map(([header, value]) => `${indent}${header} "${value}"`)
      .join('\n');
  return `${name} {
	root * "${folder}"
	header {
${lines('\t\t')}
		Cache-Control "${askFirst}"
		Vary Accept-Encoding
	}
${mount === '/' ? '' : `\tredir ${mount.slice(0, -1)} ${mount} permanent\n`}	handle_path ${mount}* {
		@hashed path ${hashedFolders.map((hashed) => `/${hashed}/*`).join(' ')}
		header @hashed Cache-Control "${forever}"
		@search path ${searchEndings.map((ending) => `*.${ending}`).join(' ')}
		header @search Content-Type application/octet-stream
		file_server {
			precompressed br gzip
			hide .htaccess _headers .nojekyll
		}
	}
	handle {
		error 404
	}
	handle_errors {
		header Cache-Control "${askFirst}"
		header Content-Type "text/html; charset=utf-8"
		rewrite * /404.html
		file_server
	}
}
`;
}
