import { createEndpoint } from '../../endpoint/handler.ts';
import { RateLimit } from '../../endpoint/rate-limit.ts';
import { type StoredSubmission, StoreError, type StoreReason } from '../../endpoint/store.ts';
import { site } from './start-endpoint.ts';

const here = 'https://comments.example/';

/** The handler without a server, with a store in memory that can fail on purpose. */
export function endpointInMemory({ fails, limit = 100 }: { fails?: StoreReason; limit?: number } = {}) {
  const stored = new Map<string, StoredSubmission>();
  const log: string[] = [];
  const app = createEndpoint({
    store: {
      async save(submission) {
        if (fails) throw new StoreError(fails, 'on purpose');
        stored.set(submission.id, submission);
      },
      close() {},
    },
    rateLimit: new RateLimit(limit, 60_000),
    origins: [site],
    now: () => new Date('2026-05-04T03:02:01Z'),
    bodyTime: 200,
    log: (line) => log.push(line),
  });
  const send = async (request: RequestInit, address = '192.0.2.7') => {
    const response = await app.fetch(new Request(here, request), { address });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { send, stored, log };
}
