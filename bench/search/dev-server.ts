import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  try {
    return await withServer(resolve('.'), { STET_CONTENT: content }, (address) =>
      task({ content, address, find: (text) => find(address, text) }),
    );
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}

/**
 * Runs a task while the server of `npm run dev` runs, and ends that.
 * @param site top folder of the site
 * @param variables of the environment, beside those that every program needs
 */
export async function withServer<Result>(
  site: string,
  variables: Readonly<Record<string, string>>,
  task: (address: string) => Promise<Result>,
): Promise<Result> {
  const { PATH, HOME } = process.env; // without the variables of a test runner, which would change the server
  const env = { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...variables };
  const server = spawn(process.execPath, ['src/commands/dev.ts'], { cwd: site, env });
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
    return await task(address);
  } finally {
    if (server.exitCode === null && server.kill()) await once(server, 'exit'); // it may still write
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
