import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export const site = 'https://stet.example';

export interface RunningEndpoint {
  address: string;
  port: number;
  /** Sends a signal and waits for the end. @returns the exit code, or null after a signal that kills */
  end(signal: NodeJS.Signals): Promise<number | null>;
  errors(): string;
}

/** Starts `endpoint/server.ts` as a process of its own, as its owner would. */
export async function startEndpoint(variables: Record<string, string>): Promise<RunningEndpoint> {
  const child: ChildProcess = spawn(process.execPath, ['endpoint/server.ts'], {
    env: { ...process.env, STET_ORIGINS: site, STET_PORT: '0', STET_LIMIT: '65535', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  const ended = once(child, 'exit');
  if (!child.stdout) throw new Error('The endpoint has no output.');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = await lines.next();
  const address = /http:\/\/\S+/.exec(String(line.value))?.[0];
  if (!address) throw new Error(`The endpoint did not start: ${errors}`);
  return {
    address,
    port: Number(new URL(address).port),
    errors: () => errors,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}
