import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Fields } from './submission.ts';
import { type FieldName, words } from './words.ts';

const style = `:root { color-scheme: light dark; font: 1.125rem/1.5 Georgia, serif }
body { max-inline-size: 36rem; margin: 2rem auto; padding-inline: 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; line-height: 1.25 }
label { display: block; margin-block-start: 1rem }
input, textarea, button { font: inherit; max-inline-size: 100% }
input, textarea { box-sizing: border-box; inline-size: 100%; padding: 0.4rem; border: 1px solid GrayText }
button { min-block-size: 2.75rem; margin-block-start: 1rem; padding-inline: 1rem }
[aria-invalid] { border: 3px solid }`;

/** What a page may load: its own style, and nothing else. Its form may be sent to where the page came from. */
export async function pagePolicy(): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  const hash = btoa(String.fromCharCode(...digest));
  return `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
}

/** The page for a comment that is stored. @param back the essay's address; null where none is known */
export function receivedPage(back: string | null): string {
  return page(words.received, [h('p', words.approval), ...wayBack(back)]);
}

/** The page at this address for who only looks. */
export function methodPage(): string {
  return page(words.method, [h('p', words.methodDetail)]);
}

/** A comment that was refused, with all that the reader sent in a form that can be sent again. */
export interface Refused {
  message: string;
  field: FieldName | null;
  fields: Fields;
  /** True where only the beginning of the text is known. */
  cut: boolean;
  back: string | null;
}

export function refusedPage({ message, field, fields, cut, back }: Refused): string {
  const value = (name: FieldName) => fields.get(name) ?? '';
  const invalid = (name: FieldName) =>
    name === field ? { ariaInvalid: 'true', ariaDescribedBy: ['problem'], autofocus: true } : {};
  const label = (name: FieldName, note: string) => h('label', { for: name }, `${words.labels[name]} ${note}`);
  const input = (name: FieldName, type: string, autocomplete: string, note: string) => [
    label(name, note),
    h('input', { id: name, name, type, autocomplete, value: value(name), ...invalid(name) }),
  ];
  const hidden: FieldName[] = ['essay', 'block', 'quote', 'parent', 'elapsed', 'token', 'back'];
  const form = h('form', { method: 'post', acceptCharset: 'utf-8' }, [
    ...hidden
      .filter((name) => value(name) !== '')
      .map((name) => h('input', { type: 'hidden', name, value: value(name) })),
    ...input('name', 'text', 'name', words.required),
    ...input('email', 'email', 'email', words.emailHint),
    ...input('website', 'text', 'url', words.optional),
    label('comment', words.required),
    // a browser leaves out the first line end of a text area
    h(
      'textarea',
      { id: 'comment', name: 'comment', rows: 14, ...invalid('comment') },
      `\n${value('comment')}`,
    ),
    h('button', { type: 'submit' }, words.send),
  ]);
  const lead = h('p', { id: 'problem', role: 'alert' }, message);
  return page(words.notReceived, [lead, h('p', cut ? words.cut : words.kept), form, ...wayBack(back)]);
}

function wayBack(back: string | null) {
  return back === null ? [] : [h('p', h('a', { href: back }, words.back))];
}

function page(title: string, content: ReturnType<typeof h>[]): string {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: words.language }, [
        h('head', [
          h('meta', { charset: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width' }),
          h('title', title),
          h('style', style),
        ]),
        h('body', h('main', [h('h1', title), ...content])),
      ]),
    ],
  };
  return toHtml(root);
}
