import { words } from 'virtual:comment-words';
import style from '../styles/comment-form.css?inline';
import { announce } from './announce.ts';
import { byHandView, fileByHand, type Handover, mailByHand } from './comment-by-hand.ts';
import { newToken, storeDraft, storedDraft } from './comment-draft.ts';
import { type Field, fieldsOf, newFilePage, separateFields, setHidden } from './comment-fields.ts';
import { knownPassage, type Passage, passageInAddress, passageView } from './comment-passage.ts';
import { postComment } from './comment-post.ts';
import { newPreview } from './comment-preview-part.ts';
import { problemList, problemOf, showProblem } from './comment-problems.ts';
import { mailOf, newFileOf } from './comment-ways.ts';
import { newButton, newElement } from './new-element.ts';

/**
 * `<comment-form>`: the form under an essay, which the browser could send by itself. Loaded when a reader touches it,
 * it says what is wrong, shows a preview, keeps what is not sent in this browser, and sends once.
 */
class CommentForm extends HTMLElement {
  #abort: AbortController | undefined;
  #sheet = new CSSStyleSheet();
  #fields = new Map<string, Field>();
  #passage: Passage = { block: '', quote: '', parent: '' };
  /** Tells this comment from another with the same words; made once, and kept with its draft. */
  #token = '';
  #isSending = false;
  #notice = newElement('div', { className: 'notice' });
  #place = newElement('div');
  #errors = newElement('div', { className: 'errors' });
  #preview = newPreview();
  #outcome = newElement('div', { className: 'outcome' });

  connectedCallback() {
    const form = this.querySelector('form');
    const send = form?.querySelector('button');
    if (!form || !send) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#sheet.replaceSync(style);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
    if (form.method === 'get') separateFields(form);
    this.#fields = fieldsOf(form);
    form.noValidate = true;
    this.#errors.role = this.#outcome.role = 'alert';
    form.prepend(this.#notice, this.#place, this.#errors);
    const actions = newElement('p', { className: 'actions' });
    send.before(this.#preview.region, actions);
    actions.append(send, this.#preview.toggle);
    form.append(this.#outcome);
    this.#restore();
    this.#preview.show(this.#value('comment'));
    form.addEventListener('submit', (event) => this.#submit(event, form), { signal });
    form.addEventListener('input', (event) => this.#onInput(event.target), { signal });
    form.addEventListener('change', (event) => this.#check(event.target), { signal });
    addEventListener('popstate', () => this.#show(passageInAddress()), { signal });
    document.addEventListener('click', (event) => this.#onLink(event), { signal });
    if (location.hash === '#leave-a-comment') this.#reveal(form);
  }

  disconnectedCallback() {
    this.#abort?.abort();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== this.#sheet);
  }

  #reveal(form: HTMLFormElement) {
    const details = this.querySelector('details');
    if (details) details.open = true;
    this.querySelector('.receipt')?.remove();
    form.hidden = false;
    if (!form.contains(document.activeElement)) form.scrollIntoView();
  }

  /** A link to this form, on this page, keeps what is written in it also where nothing can be stored. */
  #onLink(event: MouseEvent) {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a');
    const form = this.querySelector('form');
    if (!link || !form || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.hash !== '#leave-a-comment' || link.pathname !== location.pathname) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    this.#show(passageInAddress());
    this.#reveal(form);
    [...this.#fields.values()].find(({ value }) => value === '')?.focus();
  }

  #value(name: string): string {
    return this.#fields.get(name)?.value ?? '';
  }

  /** Puts back what was not sent; what was typed before this script came stays. */
  #restore() {
    const draft = storedDraft();
    for (const [name, field] of this.#fields) field.value ||= draft[name] ?? '';
    this.#token = draft['token'] ?? newToken();
    const named = passageInAddress();
    this.#show(named.block || named.parent || named.quote ? named : knownPassage(draft));
    if (draft['comment'])
      this.#notice.replaceChildren(
        words.restored,
        ' ',
        newButton(words.discard, () => this.#discard()),
      );
  }

  #discard() {
    this.#clear();
    announce(words.discarded);
    this.#fields.get('name')?.focus();
  }

  #clear() {
    storeDraft(null);
    for (const field of this.#fields.values()) {
      field.value = '';
      showProblem(field, '');
    }
    this.#token = newToken();
    for (const part of [this.#notice, this.#errors, this.#outcome]) part.replaceChildren();
    this.#preview.show('');
  }

  #show(passage: Passage) {
    this.#passage = passage;
    const view = passageView(passage, () => {
      const { pathname, hash } = location;
      history.replaceState(history.state, '', pathname + hash);
      this.#show(passageInAddress());
      this.#keep();
      this.#fields.get('comment')?.focus();
    });
    this.#place.replaceChildren(...(view ? [view] : []));
  }

  #keep() {
    const values = Object.fromEntries([...this.#fields].map(([name, field]) => [name, field.value]));
    const isEmpty = Object.values(values).every((value) => value === '');
    storeDraft(isEmpty ? null : { ...values, ...this.#passage, token: this.#token });
  }

  #onInput(target: EventTarget | null) {
    this.#keep();
    this.#preview.show(this.#value('comment'));
    for (const [name, field] of this.#fields)
      if (field === target && field.ariaInvalid) showProblem(field, problemOf(name, field));
  }

  #check(target: EventTarget | null) {
    if (this.querySelector('button:active')) return; // a line that appears would move the button from under the press
    for (const [name, field] of this.#fields)
      if (field === target) showProblem(field, problemOf(name, field));
  }

  #isRight(): boolean {
    const wrong: [Field, string][] = [];
    for (const [name, field] of this.#fields) {
      const message = problemOf(name, field);
      showProblem(field, message);
      if (message) wrong.push([field, message]);
    }
    this.#errors.replaceChildren(...(wrong.length > 1 ? problemList(wrong) : []));
    wrong[0]?.[0].focus();
    return wrong.length === 0;
  }

  async #submit(event: SubmitEvent, form: HTMLFormElement) {
    event.preventDefault();
    if (this.#isSending || !this.#isRight()) return;
    this.#keep();
    const comment = {
      name: this.#value('name').trim(),
      email: this.#value('email').trim(),
      website: this.#value('website').trim(),
      text: this.#value('comment'),
      ...this.#passage,
    };
    if (form.action.startsWith('mailto:')) return this.#handOver(mailByHand(mailOf(form.action, comment)));
    if (form.method === 'get') {
      const file = newFileOf(newFilePage(form), comment, this.#token.slice(0, 12), new Date());
      return this.#handOver(fileByHand(file));
    }
    this.#isSending = true;
    this.#outcome.replaceChildren(newElement('p', {}, words.sending));
    setHidden(form, { ...this.#passage, token: this.#token });
    setHidden(form, { elapsed: String(Math.round(performance.now() / 1000)) });
    const refusal = await postComment(form);
    this.#isSending = false;
    if (refusal === null) return this.#receipt();
    const trap = form.querySelector<HTMLInputElement>('input[hidden]');
    if (trap?.name === refusal.field) trap.value = ''; // a browser that fills in forms may have filled in this one too
    const field = this.#fields.get(refusal.field);
    const plain = newButton(words.plain, () => form.submit());
    this.#outcome.replaceChildren(
      newElement('p', {}, `${refusal.message} ${words.kept}`),
      ...(refusal.isUnreachable ? [plain] : []),
    );
    if (field) showProblem(field, refusal.message);
    field?.focus();
  }

  /**
   * Opens the mail program or the forge, and shows what to do if it does not open. The draft stays: nobody knows
   * whether the comment was sent.
   */
  #handOver({ address, ...byHand }: Handover) {
    const view = byHandView(byHand, () => this.#receipt());
    this.#outcome.replaceChildren(view);
    if (address) location.assign(address);
    else view.querySelector('textarea')?.focus();
  }

  #receipt() {
    this.#clear();
    const form = this.querySelector('form');
    if (!form) return;
    const receipt = newElement(
      'div',
      { className: 'receipt', tabIndex: -1 },
      newElement('p', {}, words.sent),
    );
    receipt.role = 'status';
    receipt.append(
      newButton(words.another, () => {
        this.#reveal(form);
        this.#fields.get('name')?.focus();
      }),
    );
    form.hidden = true;
    form.after(receipt);
    receipt.focus();
  }
}

customElements.define('comment-form', CommentForm);
