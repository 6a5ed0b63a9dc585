import { type Store, StoreError } from './store.ts';

/** How long the next service may take, in milliseconds. */
const answerTime = 8_000;

/**
 * A store for hosts without a disk: each submission is posted as JSON to another address, such as a mail service or a
 * queue. The id goes as `Idempotency-Key` too. A status of 2xx means that it is kept.
 * @param authorization the value of the `Authorization` header; empty for none
 */
export function forwardingStore(address: string, authorization: string): Store {
  return {
    async save(submission) {
      const headers = new Headers({ 'Content-Type': 'application/json', 'Idempotency-Key': submission.id });
      if (authorization) headers.set('Authorization', authorization);
      let status: number;
      try {
        const signal = AbortSignal.timeout(answerTime);
        const body = JSON.stringify(submission);
        ({ status } = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'error' }));
      } catch (error) {
        throw new StoreError('unavailable', error);
      }
      if (status >= 200 && status < 300) return;
      const reason = status === 507 ? 'full' : status === 503 || status === 429 ? 'busy' : 'unavailable';
      throw new StoreError(reason, `The answer was ${status}`);
    },
    close() {},
  };
}
