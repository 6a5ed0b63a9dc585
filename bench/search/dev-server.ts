import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { withoutSignature } from '../../src/search/browser/unpack.ts';
import { searchWith } from './site-in-node.ts';

/** The server of `npm run dev`, on a copy of a content folder. */
export interface DevServer {
  /** The copy, which may be changed. */
  content: string;
  /** Where it answers, without a slash at the end. */
  address: string;
  /** Returns the pages of the matching sections, best first. Rejects while the server cannot render a page. */
  find(text: string): Promise<string[]>;
}

/**
 * Runs a task while `npm run dev` runs.
 * @param library a content folder
 */
export async function withDevServer<Result>(
  library: string,
  task: (server: DevServer) => Promise<Result>,
): Promise<Result> {
  mkdirSync('.stet', { recursive: true });
  const content = mkdtempSync(resolve('.stet/dev-content-')); // two tests may run servers at the same time
  cpSync(library, content, { recursive: true });
  const { PATH, HOME } = process.env; // without the variables of a test runner, which would change the server
  const env = { PATH, HOME, STET_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const server = spawn(process.execPath, ['src/commands/dev.ts'], { env });
  try {
    const address = await new Promise<string>((done, fail) => {
      let output = '';
      server.stdout.on('data', (data) => {
        output += data;
        const found = /http:\/\/localhost:\d+/.exec(output)?.[0];
        if (found) done(found);
      });
      server.on('exit', () => fail(new Error(output)));
    });
    return await task({ content, address, find: (text) => find(address, text) });
  } finally {
    server.kill();
    rmSync(content, { recursive: true, force: true });
  }
}

async function find(address: string, text: string): Promise<string[]> {
  const load = async (path: string) => {
    const response = await fetch(`${address}/pagefind/${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return withoutSignature(gunzipSync(new Uint8Array(await response.arrayBuffer())));
  };
  const { results } = await (await searchWith(load))(text);
  return results.map((one) => one.page);
}
