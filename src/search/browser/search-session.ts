import { locale, words as texts } from 'virtual:search-words';
import style from '../../styles/search.css?inline';
import { formatText } from '../../words/format-text.ts';
import type { Answer, Query } from './full-text-search.ts';
import { moveByKey } from './move-by-key.ts';
import { followInPage } from './passage-link.ts';
import { resultList } from './result-list.ts';
import { SearchClient } from './search-client.ts';
import { SearchError } from './worker-connection.ts';

export interface SearchSession {
  /** Answers the query that the history state, the address or the input has. */
  open(): void;
}

/** The query in the history state: of the dialog when a result was followed, of the page always. */
interface StoredQuery extends Query {
  /** Index of the result that was followed; -1 for none. */
  resultIndex: number;
}

/**
 * Starts the search in an element, in its dialog or, if it has none, in the page; the address then has the query. This
 * is the only module of this folder that other code may import.
 * @param host has an `input`, an element with the role `status` and perhaps a `dialog`
 * @param requests requests for files of the `pagefind` folder that have already been sent, by path
 */
export function startSearch(
  host: HTMLElement,
  requests: ReadonlyMap<string, Promise<Response>>,
): SearchSession {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const dialog = host.querySelector('dialog');
  const input = find(host, 'input', HTMLInputElement);
  const status = find(host, '[role=status]', HTMLElement);
  const list = document.createElement('div');
  status.after(list);
  const root = find(document, 'a[rel=home]', HTMLAnchorElement).href;
  const client = new SearchClient(new URL('pagefind/', root).href, requests);
  client.preload();

  let query: Query = { text: '', literal: false, filters: {} };
  /** The query whose answer is shown. */
  let shownQuery: Query | undefined;
  const search = async (next: Query, onFinal?: () => void) => {
    query = next;
    if (!dialog) store(-1, next.text ? `?q=${encodeURIComponent(next.text)}` : location.pathname);
    if (!/[\p{L}\p{N}]/u.test(next.text)) {
      client.cancel();
      list.replaceChildren();
      status.textContent = texts.hint;
      return;
    }
    if (list.childElementCount === 0) status.textContent = texts.searching;
    try {
      await client.search(next, (answer) => {
        // the list does not change while one of its links has the focus
        if (list.querySelector('a:focus') && !onFinal) return;
        if (!answer.isFinal && list.childElementCount > 0) return; // it would be shorter for a moment
        show(answer, next);
        if (answer.isFinal) onFinal?.();
      });
    } catch (error) {
      if (query === next) showError(error);
    }
  };
  const store = (resultIndex: number, address?: string) => {
    const search: StoredQuery = { ...query, resultIndex };
    history.replaceState({ ...history.state, search }, '', address);
  };
  /** The page as it is now, with the same query. */
  const reload = () => {
    store(-1);
    location.reload();
  };
  const followFirst = () => {
    const follow = () => list.querySelector('a')?.click();
    if (shownQuery === query) follow();
    else search(query, follow); // the list still has the answer to an earlier query
  };
  /** For the buttons of an answer, which the next answer replaces: the input receives the focus. */
  const searchAgain = (next: Query) => {
    search(next);
    if (matchMedia('(hover)').matches) input.focus(); // a phone's keyboard would cover the results
  };
  const show = (answer: Answer, answered: Query) => {
    shownQuery = answered;
    status.replaceChildren(...summary(answer, answered));
    list.replaceChildren(...resultList(answer, answered, root, searchAgain));
  };
  const summary = (answer: Answer, answered: Query): (Node | string)[] => {
    const count = resultCount(answer, answered);
    if (answer.corrected === null) return [count];
    const corrected = Object.assign(document.createElement('em'), { textContent: answer.corrected });
    return [
      texts.corrected,
      corrected,
      `: ${count}. `,
      button(formatText(texts.literally, { text: answered.text.trim() }, locale), () =>
        searchAgain({ ...answered, literal: true }),
      ),
    ];
  };
  const showError = (error: unknown) => {
    const reason = error instanceof SearchError ? error.reason : 'files';
    const message = reason === 'files' && !navigator.onLine ? texts.offline : texts[reason];
    list.replaceChildren();
    const again =
      reason === 'updated' ? button(texts.reload, reload) : button(texts.again, () => searchAgain(query));
    status.replaceChildren(message, ' ', again);
  };

  input.addEventListener('input', (event) => {
    const isComposing = event instanceof InputEvent && event.isComposing;
    if (!isComposing) search({ text: input.value, literal: false, filters: query.filters });
  });
  input.addEventListener('compositionend', () => search({ ...query, text: input.value, literal: false }));
  host.addEventListener('keydown', (event) => moveByKey(event, input, list, followFirst));
  host.addEventListener('click', (event) => {
    if (dialog && event.target === dialog && isOutside(event, dialog)) dialog.close();
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !list.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    store([...list.querySelectorAll('a')].indexOf(link));
    dialog?.close('followed');
    followInPage(event, link);
  });
  dialog?.addEventListener('close', () => {
    if (dialog.returnValue !== 'followed' && history.state?.search)
      history.replaceState({ ...history.state, search: null }, '');
  });
  const isShown = () => dialog?.open ?? true;
  addEventListener('online', () => isShown() && list.childElementCount === 0 && search(query));

  return {
    open() {
      if (dialog) dialog.returnValue = '';
      const stored: StoredQuery | null = history.state?.search ?? null;
      const fromAddress = dialog ? null : new URLSearchParams(location.search).get('q');
      if (stored) {
        input.value = stored.text;
        search(stored, () => list.querySelectorAll('a')[stored.resultIndex]?.focus());
        return;
      }
      if (fromAddress && input.value === '') input.value = fromAddress;
      if (input.value === '') status.textContent = texts.hint;
      search({ ...query, text: input.value });
    },
  };
}

function resultCount({ completeCount, results, isFinal }: Answer, { text }: Query): string {
  if (results.length === 0)
    return text.trim().includes(' ') ? texts.noneOf : formatText(texts.none, { text: text.trim() }, locale);
  if (completeCount === 0) return texts.partial;
  const shown = results.filter(({ missing }) => missing.length === 0).length;
  return isFinal && shown < completeCount
    ? formatText(texts.shown, { shown, count: completeCount }, locale)
    : formatText(texts.found, { count: completeCount }, locale);
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  button.addEventListener('click', onClick);
  return button;
}

/** A click on the backdrop has the dialog as its target, but a point outside its box. */
function isOutside({ clientX, clientY }: MouseEvent, dialog: HTMLElement): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

function find<T extends Element>(scope: ParentNode, selector: string, type: new () => T): T {
  const found = scope.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The search has no ${selector}`);
  return found;
}
