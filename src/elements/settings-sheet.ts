import { words } from 'virtual:settings-words';
import style from '../styles/settings-sheet.css?inline';
import { newButton, newElement } from './new-element.ts';
import { newOfflineSettings } from './offline-settings.ts';
import { storeSetting } from './stored-setting.ts';

/** A setting: an attribute of the root element by this name, without which the page is as its designer meant it. */
interface Setting {
  name: 'theme' | 'size' | 'measure' | 'face' | 'previews';
  label: string;
  /** What the attribute can be, with what the reader reads. */
  values: [value: string, label: string][];
}

const { theme, size, measure, face, previews, keys } = words;
const settings: Setting[] = [
  {
    name: 'theme',
    label: theme.label,
    values: [
      ['', theme.auto],
      ['light', theme.light],
      ['dark', theme.dark],
    ],
  },
  {
    name: 'size',
    label: size.label,
    values: [
      ['small', size.small],
      ['', size.normal],
      ['large', size.large],
      ['larger', size.larger],
    ],
  },
  {
    name: 'measure',
    label: measure.label,
    values: [
      ['short', measure.short],
      ['', measure.normal],
      ['long', measure.long],
    ],
  },
  {
    name: 'face',
    label: face.label,
    values: [
      ['', face.own],
      ['sans', face.sans],
      ['open', face.open],
    ],
  },
  {
    name: 'previews',
    label: previews.label,
    values: [
      ['', previews.on],
      ['off', previews.off],
    ],
  },
];

/**
 * Opens the sheet of the reader's settings, a dialog in the element, which is made when it is first opened. What is chosen
 * is applied at once and kept in this browser.
 */
export function openSettings(element: HTMLElement): void {
  const dialog = element.querySelector('dialog') ?? element.appendChild(newSheet());
  if (!dialog.open) dialog.showModal();
}

function newSheet(): HTMLDialogElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const close = newButton(words.close, () => dialog.close());
  const head = newElement(
    'div',
    { className: 'head' },
    newElement('h2', { id: 'settings' }, words.title),
    close,
  );
  const dialog = newElement(
    'dialog',
    {},
    head,
    ...settings.map(newQuestion),
    ...newOfflineSettings(),
    ...newKeys(), // last: a reader without a keyboard need not pass them
  );
  dialog.setAttribute('aria-labelledby', 'settings');
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  return dialog;
}

function newQuestion({ name, label, values }: Setting): HTMLElement {
  const { dataset } = document.documentElement;
  const choices = values.map(([value, text]) => {
    const checked = (dataset[name] ?? '') === value;
    const onchange = () => {
      dataset[name] = value;
      storeSetting(name, value || null);
    };
    return newElement(
      'label',
      {},
      newElement('input', { type: 'radio', name, value, checked, onchange }),
      text,
    );
  });
  // no fieldset: WebKit sets a legend above its answers, whatever the style says
  const question = newElement('span', { id: `settings-${name}` }, label);
  const group = newElement('div', { role: 'radiogroup' }, question, newElement('div', {}, ...choices));
  group.setAttribute('aria-labelledby', question.id);
  return group;
}

function newKeys(): HTMLElement[] {
  const { dataset } = document.documentElement;
  const list = Object.entries(keys.actions).map(([key, what]) =>
    newElement('div', {}, newElement('dt', {}, newElement('kbd', {}, key)), newElement('dd', {}, what)),
  );
  const use = newElement('input', { type: 'checkbox', checked: dataset['keys'] !== 'off' });
  use.onchange = () => {
    dataset['keys'] = use.checked ? '' : 'off';
    storeSetting('keys', use.checked ? null : 'off');
  };
  return [
    newElement('h2', {}, keys.title),
    newElement('dl', {}, ...list),
    newElement('label', {}, use, keys.use),
  ];
}
