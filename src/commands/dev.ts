import { type ChildProcess, fork } from 'node:child_process';
import { parseArgs } from 'node:util';

/** `npm run dev -- --port 4000`: the port of the server; a free one near 4321 without it. */
const { values } = parseArgs({ options: { port: { type: 'string' } } });
const port = values.port === undefined ? null : Number(values.port);
if (port === null || (Number.isInteger(port) && port > 0 && port < 65_536)) keepWriting();
else {
  console.error(`The port must be a number from 1 to 65535; found ${values.port}.`);
  process.exitCode = 2;
}

/** Runs the writing server, and starts it again each time that it asks for that. Ends when it ends. */
function keepWriting(): void {
  let server: ChildProcess;
  const start = () => {
    let isRestarting = false;
    console.log('Reading texts …'); // before the server's modules load, which takes a while
    server = fork(new URL('./writing.ts', import.meta.url), port === null ? [] : [`${port}`]);
    server.on('message', () => {
      isRestarting = true;
      server.kill();
    });
    server.on('exit', (code) => {
      if (isRestarting) start();
      else process.exit(code ?? 1);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => server.kill(signal));
  start();
}
