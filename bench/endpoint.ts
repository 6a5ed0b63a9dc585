import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formRequest, fromBrowser, sampleComment } from '../tests/endpoint/sample-comment.ts';
import { startEndpoint } from '../tests/endpoint/start-endpoint.ts';

/**
 * How many submissions the endpoint stores in a second, and how long a reader waits, over loopback from 16 connections:
 * `npx node bench/endpoint.ts`. Each is on the disk before it is answered. The client takes its share of the machine.
 */
const connections = 16;
const submissions = 4_000;

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
const endpoint = await startEndpoint({ STET_DATABASE: join(folder, 'submissions.sqlite') });
const took: number[] = [];
let next = 0;
const start = performance.now();
try {
  await Promise.all(Array.from({ length: connections }, sendAll));
  const seconds = (performance.now() - start) / 1000;
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor(share * (took.length - 1))] ?? Number.NaN).toFixed(1);
  console.log(
    `${Math.round(submissions / seconds)} submissions a second; half within ${at(0.5)} ms, 99 % within ${at(0.99)} ms, the slowest ${at(1)} ms`,
  );
} finally {
  await endpoint.end('SIGTERM');
  rmSync(folder, { recursive: true });
}

async function sendAll() {
  for (let index = next++; index < submissions; index = next++) {
    const from = performance.now();
    const response = await fetch(
      endpoint.address,
      formRequest(sampleComment({ comment: `${index}` }), fromBrowser),
    );
    await response.text();
    if (!response.ok) throw new Error(`The answer was ${response.status}`);
    took.push(performance.now() - from);
  }
}
