import type { AstroIntegration } from 'astro';
import type { SiteConfiguration } from '../document/configuration.ts';
import { frameSources } from './content-policy.ts';

/**
 * The content policy of the writing server: what a published page cannot show or run is blocked while it is written,
 * too. It differs only in what the server needs for itself: its own inline scripts and styles, and its socket.
 */
export function writingPolicy({ comments, embeds }: SiteConfiguration): string {
  const frames = [...(comments?.giscus ? ['https://giscus.app'] : []), ...frameSources(embeds)];
  const send = comments?.send;
  const target = send?.by === 'mail' ? ['mailto:'] : send?.by === 'form' ? originOf(send.action) : [];
  return [
    "default-src 'none'",
    "script-src 'self'",
    "script-src-elem 'self' 'unsafe-inline'",
    "script-src-attr 'none'",
    "style-src-elem 'self' 'unsafe-inline'",
    "style-src-attr 'none'",
    "img-src 'self'",
    "media-src 'self'",
    "font-src 'self'",
    ["connect-src 'self' ws: wss:", ...target.filter((one) => one !== 'mailto:')].join(' '),
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    ["form-action 'self'", ...target].join(' '),
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "base-uri 'none'",
  ].join('; ');
}

/** Sends the policy with every page of the writing server. */
export function writingPolicyHeader(site: SiteConfiguration): AstroIntegration {
  return {
    name: 'stet-writing-policy',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const policy = writingPolicy(site);
        server.middlewares.use((request, response, next) => {
          if (request.headers.accept?.includes('text/html'))
            response.setHeader('Content-Security-Policy', policy);
          next();
        });
      },
    },
  };
}

function originOf(action: string): string[] {
  return /^https?:/.test(action) ? [new URL(action).origin] : [];
}
