import './writing-environment.ts';
import './on-author-error.ts';
import { parseArgs } from 'node:util';
import { startWriting } from './writing-server.ts';

/** `npm run dev -- --port 4000`: the port of the server; a free one near 4321 without it. */
const { values } = parseArgs({ options: { port: { type: 'string' } } });
const port = values.port === undefined ? null : Number(values.port);
if (port === null || (Number.isInteger(port) && port > 0 && port < 65_536)) await startWriting(port);
else {
  console.error(`The port must be a number from 1 to 65535; found ${values.port}.`);
  process.exitCode = 2;
}
