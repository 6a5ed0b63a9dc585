import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import {
  type FormFields,
  formOf,
  formRequest,
  fromBrowser,
  fromScript,
  rowsOf,
  sampleComment,
} from './sample-comment.ts';
import { type RunningEndpoint, startEndpoint } from './start-endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-endpoint-'));
const database = join(folder, 'submissions.sqlite');
const submissions = 1_000;
const connections = 16;

let endpoint: RunningEndpoint;
afterAll(async () => {
  await endpoint.end('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** One in 20 is malformed, each in its way; of the rest every other one comes with script and token. */
function submissionOf(index: number): { valid: boolean; script: boolean; fields: FormFields } {
  const fields = sampleComment({ comment: `Comment ${index}\n\nwith “words” & <marks>` });
  const wrongs: FormFields[] = [
    { email: 'nowhere' },
    { name: '' },
    { homepage: 'https://spam.example' },
    { website: 'javascript:alert(1)' },
    { comment: `Too long ${index} ${'x'.repeat(150_000)}` },
  ];
  const script = index % 2 === 0;
  if (index % 20 === 7)
    return { valid: false, script: false, fields: { ...fields, ...wrongs[((index / 20) % 5) | 0] } };
  return { valid: true, script, fields: script ? { ...fields, token: `token-${index}` } : fields };
}

it('keeps each of 1,000 submissions from 16 connections once, through kill -9 and a restart', async () => {
  endpoint = await startEndpoint({ STET_DATABASE: database });
  const { address, port } = endpoint;
  const succeeded = new Map<number, string>();
  const refused = new Map<number, number>();
  let failedConnections = 0;
  let next = 0;

  const sendAll = async () => {
    for (let index = next++; index < submissions; index = next++) {
      const { script, fields } = submissionOf(index);
      for (;;) {
        try {
          const response = await fetch(address, formRequest(fields, script ? fromScript : fromBrowser));
          const text = await response.text();
          if (response.ok) succeeded.set(index, script ? JSON.parse(text).id : 'stored');
          else {
            refused.set(index, response.status);
            expect(formOf(text)['comment']).toBe(fields['comment']);
          }
          break;
        } catch (error) {
          if (!(error instanceof TypeError)) throw error; // fetch throws a TypeError when the connection fails
          failedConnections += 1;
          await wait(50);
        }
      }
    }
  };

  const restart = async () => {
    while (succeeded.size < 400) await wait(1);
    await endpoint.end('SIGKILL');
    const acknowledged = [...succeeded.keys()];
    await wait(200);
    endpoint = await startEndpoint({ STET_DATABASE: database, STET_PORT: String(port) });
    return acknowledged;
  };
  const [acknowledged] = await Promise.all([restart(), ...Array.from({ length: connections }, sendAll)]);

  expect(acknowledged.length).toBeGreaterThanOrEqual(400);
  expect(acknowledged.length).toBeLessThan(900);
  expect(failedConnections).toBeGreaterThan(0);
  const all = Array.from({ length: submissions }, (_, index) => index);
  const valid = all.filter((index) => submissionOf(index).valid);
  expect([...succeeded.keys()].sort((a, b) => a - b)).toEqual(valid);
  expect([...refused.values()].every((status) => status === 422 || status === 413)).toBe(true);
  expect(refused.size).toBe(50);

  const rows = rowsOf(database);
  const numbers = rows.map(({ comment }) => Number(/^Comment (\d+)/.exec(String(comment))?.[1]));
  expect(numbers.sort((a, b) => a - b)).toEqual(valid);
  const ids = new Set(rows.map(({ id }) => id));
  expect([...succeeded.values()].filter((id) => id !== 'stored' && !ids.has(id))).toEqual([]);
});
