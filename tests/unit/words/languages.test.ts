import { describe, expect, it } from 'vitest';
import { en } from '../../../src/words/languages/en.ts';
import { loadLanguages } from '../../../src/words/load-words.ts';
import { isPlural, type TextTree } from '../../../src/words/texts.ts';

const languages = await loadLanguages('src/words/languages'); // refuses unknown keys and lost placeholders

/** Texts that are right as they are in English: names, and words that both languages have. */
const alike: Readonly<Record<string, readonly string[]>> = {
  ar: [],
  de: [
    'essays',
    'code.plain',
    'code.inLanguage',
    'settings.size.normal',
    'settings.measure.normal',
    'comment.website',
    'comment.messages.website',
    'comment.messages.text',
  ],
  es: ['settings.size.normal', 'settings.measure.normal'],
  fr: [
    'siteNavigation',
    'notes',
    'figure',
    'callouts.important',
    'history.link',
    'history.count.one',
    'history.count.other',
    'licence',
    'minutes.one',
    'minutes.other',
    'search.introduction',
    'search.messages.found.one',
    'search.messages.found.other',
  ],
  ja: [],
  zh: ['search.messages.quoted'],
};

/** Names of things, and marks that many languages have. */
const names = ['settings.face.own', 'marks.comma', 'marks.colon', 'marks.stop'];

/** The texts by their keys, those with plural forms as they are. */
function texts(tree: TextTree, path = ''): [string, string | TextTree][] {
  return Object.entries(tree).flatMap(([key, text]): [string, string | TextTree][] => {
    const at = `${path}${key}`;
    return typeof text === 'string' || isPlural(text) ? [[at, text]] : texts(text, `${at}.`);
  });
}

/** The same, with each plural form by itself. */
function forms(tree: TextTree): [string, string][] {
  return texts(tree).flatMap(([key, text]): [string, string][] =>
    typeof text === 'string'
      ? [[key, text]]
      : Object.entries(text).map(([category, form]) => [`${key}.${category}`, String(form)]),
  );
}

describe('the languages of the interface', () => {
  it('are seven with English', () => {
    expect([...languages.keys()]).toEqual(Object.keys(alike));
  });

  it.each([...languages])('%s has every text, with every plural form of its language', (tag, tree) => {
    const own = texts(tree);
    for (const [key, text] of own) {
      if (typeof text === 'string') continue;
      const needed = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
      expect(Object.keys(text).sort(), key).toEqual([...needed].sort());
    }
    const keys = new Set(own.map(([key]) => key));
    expect(texts(en).flatMap(([key]) => (keys.has(key) ? [] : [key]))).toEqual([]);
  });

  it.each([...languages])('%s leaves no text in English', (tag, tree) => {
    const english = new Map(forms(en));
    const same = forms(tree).flatMap(([key, text]) => (english.get(key) === text ? [key] : []));
    expect(same.filter((key) => !names.includes(key))).toEqual(alike[tag]);
  });

  it.each([
    ['ar', /[,;?“”]|"/], // ، ؛ ؟ and «»
    ['de', /"|“[^ .)]|\.\.\./], // „…“
    ['es', /[“”"]|\.\.\./],
    ['fr', /[“”"']| [:;!?»]|« |\.\.\./], // a space before a mark does not break
    ['ja', /[,;?!“”"]|[^\x20-\x7e]:|\.\.\./],
    ['zh', /[,;?!"]|[^\x20-\x7e]:|\.\.\./],
  ])('%s has the punctuation of its language', (tag, wrong) => {
    const tree = languages.get(tag) ?? {};
    const found = forms(tree).filter(([, text]) => wrong.test(text.replace(/https?:\S+/g, '')));
    expect(found).toEqual([]);
  });
});
