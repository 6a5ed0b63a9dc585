import type { ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { decodedComponent } from '../document/decoded.ts';
import type { MadeFile } from '../document/made-file.ts';
import { requestedRange } from '../document/requested-range.ts';

/** Answers of the writing server that are no pages, and a way to make open pages load again. */
export interface WritingFiles {
  integration: AstroIntegration;
  /** Tells every open page to load again. */
  reload(): void;
}

/**
 * Lets the writing server answer from memory for files that a build writes beside the pages: the search and the
 * outputs.
 * @param files makes them; called once after each change, when one is asked for
 * @param beside the files that lie beside texts
 * @param onDemand makes a file that is made only when it is asked for; null where it knows none of that path
 */
export function writingFiles(
  files: () => Promise<readonly MadeFile[]>,
  beside: () => readonly MadeFile[],
  onDemand: (path: string) => Promise<MadeFile | null>,
): WritingFiles {
  let reload = () => {};
  return {
    reload: () => reload(),
    integration: {
      name: 'stet-writing-files',
      hooks: {
        'astro:server:setup': ({ server }) => {
          reload = () => server.environments.client.hot.send({ type: 'full-reload' });
          server.middlewares.use(async (request, response, next) => {
            const path = (request.url ?? '').slice(1).split('?')[0] ?? '';
            const media = beside().find((one) => one.path === decodedComponent(path));
            if (media) {
              const type = typeOf(path);
              if (type) response.setHeader('Content-Type', type);
              sendPart(response, media.content, request.headers.range);
              return;
            }
            const isOnDemand = /^(?:books|cards)\/[^/]+(?:\/[^/]+)?$|^[^/]+\.epub$/.test(path);
            if (
              !isOnDemand &&
              !/^pagefind\/|^[^/]+\.(?:xml|json|txt|css)$|^(?:essays|topics|series)\/.*\.\w+$/.test(path)
            )
              return next();
            try {
              const file = isOnDemand
                ? await onDemand(decodedComponent(path))
                : (await files()).find((one) => one.path === path);
              if (!file && !path.startsWith('pagefind/')) return next();
              response.setHeader('Cache-Control', 'no-store');
              const type = typeOf(path);
              if (file && isOnDemand && type) response.setHeader('Content-Type', type);
              response.statusCode = file ? 200 : 404;
              response.end(file?.content);
            } catch (error) {
              response.statusCode = 503;
              response.end(error instanceof Error ? error.message : '');
            }
          });
        },
      },
    },
  };
}

/** A browser lets a reader go to a place in a sound or a film only where parts of it are sent. */
function sendPart(response: ServerResponse, content: Uint8Array | string, field: string | undefined): void {
  const bytes = Buffer.from(content);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Cache-Control', 'no-store');
  const part = field === undefined ? 'whole' : requestedRange(field, bytes.length);
  if (part === 'whole') {
    response.end(bytes);
    return;
  }
  const isThere = part !== 'unsatisfiable';
  response.statusCode = isThere ? 206 : 416;
  const which = isThere ? `${part.first}-${part.last}` : '*';
  response.setHeader('Content-Range', `bytes ${which}/${bytes.length}`);
  response.end(isThere ? bytes.subarray(part.first, part.last + 1) : undefined);
}

function typeOf(path: string): string | undefined {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

/** Types of files without which a browser would not play or read them. */
const mediaTypes: Readonly<Record<string, string>> = {
  epub: 'application/epub+zip',
  jpg: 'image/jpeg',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  vtt: 'text/vtt',
  wav: 'audio/wav',
  webm: 'video/webm',
};
