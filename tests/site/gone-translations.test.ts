import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

/** A library in a git repository of its own, where translations come and go. */
const library = scratchLibrary('gone-translations');
const { anchors, git, run, commit } = library;
const at = (name: string, slug = 'tide') => join(library.content, 'essays', slug, name);
const translation = (title: string, blocks: readonly string[], field = '') =>
  `---\ntitle: ${title}\ndescription: Über das Meer\npublished: 2026-01-03\n${field}---\n\n${blocks.join('\n\n')}\n`;
const english = [
  'The tide comes in twice a day and leaves the harbour wall a little lower each time.',
  '## Boats',
  'Gulls follow the boats home because somebody always throws a crate of small fish away.',
];
const german = [
  'Die Flut kommt zweimal am Tag und lässt die Hafenmauer jedes Mal ein wenig niedriger zurück.',
  'Anmerkung der Übersetzerin: Gemeint ist die Mauer am alten Kai, nicht die neue.',
  '## Boote',
  'Möwen folgen den Booten nach Hause, weil immer jemand eine Kiste kleiner Fische wegwirft.',
];
const publishedLanguages = () =>
  JSON.parse(readFileSync(join(library.content, 'published.json'), 'utf8')).translations;
const built = async () =>
  expect(await run('build')).toEqual({ code: 0, output: expect.not.stringContaining('not built') });
const leads = (path: string, id: string) => {
  const href = select(`[id="${id}"] a`, library.page(path))?.properties['href'];
  const { pathname, hash } = new URL(String(href), `https://a.example/${path}`);
  return pathname + hash;
};

beforeAll(async () => {
  library.write('tide', ...english);
  library.write(
    'quay',
    'Salt gets into every lock along the quay and no oil keeps it out for a whole winter.',
  );
  writeFileSync(at('index.de.mdx'), translation('Die Flut', german));
  writeFileSync(at('index.pt-BR.mdx'), translation('A maré', ['A maré sobe duas vezes por dia.']));
  git('init', '-q');
  await anchors('accept');
  commit();
});

beforeEach(() => {
  git('reset', '-q', '--hard');
  git('clean', '-fdq');
});

it('a published translation is in the list of what was published', () => {
  expect(publishedLanguages()).toEqual({ tide: ['de', 'pt-BR'] });
});

describe('a translation whose text was deleted', () => {
  it('stops the build with its address and both solutions, with and without its record', async () => {
    rmSync(at('index.de.mdx'));
    const { code, output } = await run('build');
    expect(code).toBe(1);
    expect(output).toMatch(/published\.json:\d+: The translation of “The tide” into `de` is missing/);
    expect(output).toContain('`/essays/tide/de/`');
    expect(output).toMatch(/git checkout HEAD -- \S*essays\/tide\/index\.de\.mdx\n/);
    expect(output).toContain('npm run anchors -- redirect /essays/tide/de/ /essays/tide/');
    rmSync(at('translation.de.json'));
    expect((await run('build')).output).toContain('[translation/missing]');
    rmSync(at('index.pt-BR.mdx'));
    expect((await anchors()).output).toMatch(/git checkout HEAD -- \S*index\.pt-BR\.mdx/);
  });

  it('redirected: a page at its address has every id, which leads to the original', async () => {
    await built();
    const before = library.ids('essays/tide/de/index.html');
    const own = before.find((id) => id.startsWith('de-')) ?? '';
    rmSync(at('index.de.mdx'));
    rmSync(at('translation.de.json')); // the last commit has it
    const elsewhere = await anchors('redirect', '/essays/tide/de/', '/essays/quay/');
    expect([elsewhere.code, elsewhere.output]).toEqual([2, expect.stringContaining('/essays/tide/`')]);
    expect((await anchors('redirect', '/essays/tide/fr/', '/essays/tide/')).code).toBe(2);
    const { code, output } = await anchors('redirect', '/essays/tide/de/', '/essays/tide/');
    expect([code, output]).toEqual([0, expect.stringContaining('translation.de.json')]);
    await built();
    const { anchors: all } = library.ledger('tide');
    for (const { id } of all) expect(leads('essays/tide/de/index.html', id)).toBe(`/essays/tide/#${id}`);
    expect(own).not.toBe('');
    expect(leads('essays/tide/de/index.html', own)).toBe(`/essays/tide/#${all[0]?.id}`);
    expect(readFileSync(join(library.out, 'essays/tide/index.html'), 'utf8')).not.toContain('hreflang="de"');
    commit();
    expect((await run('build', [], 'true')).code).toBe(0);
    writeFileSync(at('index.de.mdx'), translation('Die Flut', german));
    await built(); // restored
    expect(library.ids('essays/tide/de/index.html')).toEqual(before);
    expect(readFileSync(at('translation.de.json'), 'utf8')).not.toContain('"to"');
    commit();
  });

  it('cannot be redirected while it has a text', async () => {
    const { code, output } = await anchors('redirect', '/essays/tide/de/', '/essays/tide/');
    expect([code, output]).toEqual([2, expect.stringContaining('still has a text')]);
  });

  it('may go without a command where nobody has seen it, but not leave its record alone', async () => {
    writeFileSync(at('index.fr.mdx'), translation('La marée', ['La marée monte deux fois par jour.']));
    expect((await anchors('accept')).output).toContain('translation.fr.json');
    rmSync(at('index.fr.mdx'));
    expect((await anchors()).output).toMatch(/translation\.fr\.json: This is the record of a translation/);
    rmSync(at('translation.fr.json'));
    expect((await anchors('accept')).code).toBe(0);
    expect(git('status', '--porcelain')).toBe('');
  });
});

it('a published translation cannot become a draft', async () => {
  writeFileSync(at('index.de.mdx'), translation('Die Flut', german, 'draft: true\n'));
  const { code, output } = await run('build');
  expect(code).toBe(1);
  expect(output).toMatch(/index\.de\.mdx:5: A published translation cannot be a draft/);
  expect(output).toContain('npm run anchors -- redirect /essays/tide/de/ /essays/tide/');
});

describe('the translations of an essay', () => {
  it('have a page at their addresses when it is retired', async () => {
    const id = library.ledger('tide').anchors[0]?.id ?? '';
    rmSync(join(library.content, 'essays/tide'), { recursive: true });
    expect((await anchors('retire', '/essays/tide/', '--why', 'The wall was torn down.')).code).toBe(0);
    await built();
    for (const language of ['de', 'pt-br']) {
      const stone = select('main p.tombstone', library.page(`essays/tide/${language}/index.html`));
      expect(stone && textOf(stone)).toContain('The wall was torn down.');
      expect(library.ids(`essays/tide/${language}/index.html`)).toContain(id);
    }
  });

  it('lead to another essay when it is redirected there', async () => {
    rmSync(join(library.content, 'essays/tide'), { recursive: true });
    expect((await anchors('redirect', '/essays/tide/', '/essays/quay/')).code).toBe(0);
    await built();
    const canonical = select('link[rel=canonical]', library.page('essays/tide/de/index.html'));
    expect(canonical?.properties['href']).toMatch(/\/essays\/quay\/$/);
  });

  it('stay at their former addresses when it is renamed, those that were removed too', async () => {
    const id = library.ledger('tide').anchors[0]?.id ?? '';
    rmSync(at('index.pt-BR.mdx'));
    expect((await anchors('redirect', '/essays/tide/pt-br/', '/essays/tide/')).code).toBe(0);
    renameSync(join(library.content, 'essays/tide'), join(library.content, 'essays/ebb'));
    await built();
    expect(leads('essays/tide/de/index.html', id)).toBe(`/essays/ebb/de/#${id}`);
    expect(leads('essays/tide/pt-br/index.html', id)).toBe(`/essays/ebb/#${id}`);
    expect(existsSync(join(library.out, 'essays/ebb/pt-br'))).toBe(false); // nobody has seen it there
  });
});

it('a merge in which both sides changed the record of a translation is repaired', async () => {
  const text = readFileSync(at('index.de.mdx'), 'utf8');
  const change = async (words: string) => {
    writeFileSync(at('index.de.mdx'), text.replace('jedes Mal ein wenig', words));
    await anchors('accept');
    commit();
  };
  const branch = git('branch', '--show-current').trim();
  git('checkout', '-qb', 'other');
  await change('immer ein wenig');
  git('checkout', '-q', branch);
  await change('jedes Mal etwas');
  expect(() => git('merge', '-q', 'other')).toThrow();
  writeFileSync(at('index.de.mdx'), text.replace('jedes Mal ein wenig', 'immer etwas'));
  expect((await run('build')).output).toContain('npm run anchors -- repair');
  const { code, output } = await anchors('repair');
  expect([code, output]).toEqual([0, expect.stringContaining('translation.de.json')]);
  await built();
  commit();
});
