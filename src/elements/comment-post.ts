import { locale, words } from 'virtual:comment-words';
import { formatText } from '../words/format-text.ts';

/** How long an endpoint may take to answer, in milliseconds. */
const answerTime = 25_000;

/** What is to be told when a comment was not taken. */
export interface Refusal {
  message: string;
  /** The name of the field that is wrong; empty where none is, or where the endpoint does not say. */
  field: string;
  /** Whether the browser may succeed without script: an endpoint that does not answer scripts of other sites. */
  isUnreachable: boolean;
}

/** Posts a form's fields as the form itself would, and asks for JSON. @returns null when the comment was taken */
export async function postComment(form: HTMLFormElement): Promise<Refusal | null> {
  const refusal = (message: string, field = '', isUnreachable = false) => ({ message, field, isUnreachable });
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(entries),
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(answerTime),
    });
    const { status } = response;
    const answer: unknown = await response.json().catch(() => null); // a page of the host's is an answer too
    if (response.ok && inside(answer, 'ok') !== false) return null;
    if (status === 413) return refusal(words.large, 'comment');
    if (status === 429) return refusal(words.many);
    if (status >= 500) return refusal(words.failed);
    const first = inside(inside(answer, 'errors'), '0') ?? answer; // services give a list, our endpoint one error
    const said = inside(first, 'message') ?? inside(answer, 'error');
    const field = inside(first, 'field');
    return refusal(
      typeof said === 'string' ? said : formatText(words.refused, { status }, locale),
      typeof field === 'string' ? field : '',
    );
  } catch (error) {
    if (!navigator.onLine) return refusal(words.offline);
    if (error instanceof DOMException && error.name === 'TimeoutError') return refusal(words.slow);
    return refusal(words.unreachable, '', true);
  }
}

/** A property of what may be an object. */
function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
