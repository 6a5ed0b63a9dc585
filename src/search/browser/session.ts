import { locale, words } from 'virtual:search-words';
import style from '../../styles/search.css?inline';
import { formatText } from '../../words/format-text.ts';
import type { Answer, Question } from './answer.ts';
import { SearchClient, SearchFailure } from './client.ts';
import { moveByKey } from './keys.ts';
import { followInPage } from './passage-link.ts';
import { resultList } from './result-list.ts';

/** What the search does once its script is there. */
export interface SearchSession {
  /** Answers what stands in the field, or in the results that the reader comes back to. */
  open(): void;
}

/** What a page remembers of a search: in the page every one, in a dialog that from which a result was followed. */
interface Remembered extends Question {
  /** The result that was followed, counted from 0; -1 for none. */
  place: number;
}

/**
 * Brings the search of `host` to life, in its dialog or, where it has none, in the page, whose address then tells
 * what is asked.
 * @param early requests for files of the `pagefind` folder that are already on their way, by path
 */
export function startSearch(host: HTMLElement, early: ReadonlyMap<string, Promise<Response>>): SearchSession {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const dialog = host.querySelector('dialog');
  const field = part(host, 'input', HTMLInputElement);
  const status = part(host, '[role=status]', HTMLElement);
  const answers = document.createElement('div');
  status.after(answers);
  const root = part(document, 'a[rel=home]', HTMLAnchorElement).href;
  const client = new SearchClient(new URL('pagefind/', root).href, early);
  client.warm();

  let question: Question = { text: '', literal: false, filters: {} };
  /** The question whose answer the list shows. */
  let answered: Question | undefined;
  const search = async (next: Question, then?: () => void) => {
    question = next;
    if (!dialog) remember(-1, next.text ? `?q=${encodeURIComponent(next.text)}` : location.pathname);
    if (!/[\p{L}\p{N}]/u.test(next.text)) {
      client.fallSilent();
      answers.replaceChildren();
      status.textContent = words.hint;
      return;
    }
    if (answers.childElementCount === 0) status.textContent = words.searching;
    try {
      await client.ask(next, (answer) => {
        // a list that the reader walks in stays as it is until the field has the focus again
        if (answers.querySelector('a:focus') && !then) return;
        if (!answer.whole && answers.childElementCount > 0) return; // nor does it shrink for a moment
        show(answer, next);
        if (answer.whole) then?.();
      });
    } catch (failure) {
      if (question === next) fail(failure);
    }
  };
  const remember = (place: number, address?: string) => {
    const search: Remembered = { ...question, place };
    history.replaceState({ ...history.state, search }, '', address);
  };
  const follow = () => {
    const first = () => answers.querySelector('a')?.click();
    if (answered === question) first();
    else search(question, first); // the list still answers what was typed before
  };
  /** Asks what a button in the answer is for; the button goes with the answer, and the focus to the field. */
  const ask = (next: Question) => {
    search(next);
    if (matchMedia('(hover)').matches) field.focus(); // on a phone the keyboard would hide the results
  };
  const show = (answer: Answer, asked: Question) => {
    answered = asked;
    status.replaceChildren(...summary(answer, asked));
    answers.replaceChildren(...resultList(answer, asked, root, ask));
  };
  const summary = ({ complete, corrected, results, whole }: Answer, asked: Question): (Node | string)[] => {
    const shown = results.filter((one) => one.missing.length === 0).length;
    const count =
      results.length === 0
        ? asked.text.trim().includes(' ')
          ? words.noneOf
          : formatText(words.none, { text: asked.text.trim() }, locale)
        : complete === 0
          ? words.partial
          : whole && shown < complete
            ? formatText(words.shown, { shown, count: complete }, locale)
            : formatText(words.found, { count: complete }, locale);
    if (corrected === null) return [count];
    const instead = Object.assign(document.createElement('em'), { textContent: corrected });
    return [
      words.corrected,
      instead,
      `: ${count}. `,
      button(formatText(words.literally, { text: asked.text.trim() }, locale), () =>
        ask({ ...asked, literal: true }),
      ),
    ];
  };
  const fail = (failure: unknown) => {
    const reason = failure instanceof SearchFailure ? failure.reason : 'files';
    const message = reason === 'files' && !navigator.onLine ? words.offline : words[reason];
    answers.replaceChildren();
    status.replaceChildren(
      message,
      ' ',
      button(words.again, () => ask(question)),
    );
  };

  field.addEventListener('input', (event) => {
    const composing = event instanceof InputEvent && event.isComposing;
    if (!composing) search({ text: field.value, literal: false, filters: question.filters });
  });
  field.addEventListener('compositionend', () => search({ ...question, text: field.value, literal: false }));
  host.addEventListener('keydown', (event) => moveByKey(event, field, answers, follow));
  host.addEventListener('click', (event) => {
    if (dialog && event.target === dialog && isOutside(event, dialog)) dialog.close();
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !answers.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    remember([...answers.querySelectorAll('a')].indexOf(link));
    dialog?.close('followed');
    followInPage(event, link);
  });
  dialog?.addEventListener('close', () => {
    if (dialog.returnValue !== 'followed' && history.state?.search)
      history.replaceState({ ...history.state, search: null }, '');
  });
  const isShown = () => dialog?.open ?? true;
  addEventListener('online', () => isShown() && answers.childElementCount === 0 && search(question));

  return {
    open() {
      if (dialog) dialog.returnValue = '';
      const remembered: Remembered | null = history.state?.search ?? null;
      const sent = dialog ? null : new URLSearchParams(location.search).get('q');
      if (remembered) {
        field.value = remembered.text;
        search(remembered, () => answers.querySelectorAll('a')[remembered.place]?.focus());
        return;
      }
      if (sent && field.value === '') field.value = sent;
      if (field.value === '') status.textContent = words.hint;
      search({ ...question, text: field.value });
    },
  };
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  made.addEventListener('click', press);
  return made;
}

/** A click on the backdrop is told as one on the dialog, from outside its edges. */
function isOutside({ clientX, clientY }: MouseEvent, dialog: HTMLElement): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

function part<T extends Element>(scope: ParentNode, selector: string, kind: new () => T): T {
  const found = scope.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The search dialog has no ${selector}`);
  return found;
}
