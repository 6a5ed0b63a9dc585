import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A picture of another site, or why it could not be had, as the end of a sentence. */
export type RemotePicture = { name: string; content: Uint8Array } | { reason: string };

const endings: Readonly<Record<string, string>> = {
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
};

/** The longest that a picture may be, in bytes, and the longest that one is waited for, in milliseconds. */
const most = { bytes: 30_000_000, wait: 30_000 } as const;

/**
 * Fetches pictures from other sites, each once; what was fetched before is taken from a folder, so that a second run
 * asks nobody and gives the same.
 */
export function pictureFetcher(folder: string): (address: string) => Promise<RemotePicture> {
  return async (address) => {
    const key = createHash('sha256').update(address).digest('hex').slice(0, 24);
    for (const ending of Object.values(endings)) {
      const file = join(folder, `${key}.${ending}`);
      if (existsSync(file)) return { name: nameOf(address, ending), content: readFileSync(file) };
    }
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(most.wait) });
      if (!answer.ok) return { reason: `answers ${answer.status}` };
      const kind = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
      const ending = endings[kind];
      if (ending === undefined) return { reason: `is no picture but ${kind || 'of an unknown kind'}` };
      const content = new Uint8Array(await answer.arrayBuffer());
      if (content.length > most.bytes) return { reason: 'is larger than 30 MB' };
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${key}.${ending}`), content);
      return { name: nameOf(address, ending), content };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      return { reason: `cannot be fetched (${cause instanceof Error ? cause.message : String(cause)})` };
    }
  };
}

function nameOf(address: string, ending: string): string {
  const [, base = ''] = /([^/]*?)(?:\.\w+)?$/.exec(new URL(address).pathname) ?? [];
  return `${base || 'picture'}.${ending}`;
}
