import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unsigned } from '../../src/search/browser/unpack.ts';
import { searchWith } from './site-in-node.ts';

/** The server of `npm run dev` on a copy of a library. */
export interface WritingServer {
  /** The copy, which may be written into. */
  content: string;
  /** @returns the pages of the sections found, best first; rejects while the server cannot show a page */
  find(text: string): Promise<string[]>;
}

/**
 * Runs a task beside `npm run dev`.
 * @param library a content folder
 */
export async function besideWriting<Result>(
  library: string,
  task: (server: WritingServer) => Promise<Result>,
): Promise<Result> {
  const content = resolve('.stet/dev-content');
  rmSync(content, { recursive: true, force: true });
  cpSync(library, content, { recursive: true });
  const { PATH, HOME } = process.env; // nothing of a test runner's, which the server would take for its own
  const env = { PATH, HOME, STET_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const server = spawn(process.execPath, ['src/commands/dev.ts'], { env });
  try {
    const address = await new Promise<string>((done, fail) => {
      let said = '';
      server.stdout.on('data', (data) => {
        said += data;
        const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
        if (found) done(found);
      });
      server.on('exit', () => fail(new Error(said)));
    });
    return await task({ content, find: (text) => find(address, text) });
  } finally {
    server.kill();
  }
}

async function find(address: string, text: string): Promise<string[]> {
  const load = async (path: string) => {
    const response = await fetch(`${address}/pagefind/${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return unsigned(gunzipSync(new Uint8Array(await response.arrayBuffer())));
  };
  const { results } = await (await searchWith(load))(text);
  return results.map((one) => one.page);
}
