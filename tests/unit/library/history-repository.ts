import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { vi } from 'vitest';

/** What the list of versions says of one passage, for a comparison. */
export interface ShownChange {
  day: string;
  section: string;
  happening: string;
  added: string;
  removed: string;
}

/** A library in a git repository of its own, with the real compiler and the real ledgers, and no pages. */
export async function historyRepository(name: string) {
  const top = realpathSync(mkdtempSync(join(tmpdir(), `stet-${name}-`)));
  const content = join(top, 'content');
  writeSite();
  vi.stubEnv('STET_CONTENT', content);
  vi.stubEnv('CI', '');
  vi.resetModules();
  const [sources, library, compiler, history, cache, { resolve }, ledgers] = await Promise.all([
    import('../../../src/compile/read-sources.ts'),
    import('../../../src/library/compile-library.ts'),
    import('../../../src/library/site-compiler.ts'),
    import('../../../src/library/site-history.ts'),
    import('../../../src/cache/cache.ts'),
    import('../../../src/anchors/resolve.ts'),
    import('../../../src/anchors/ledger.ts'),
  ]);
  const { emptyLedger, ledgerText, parseLedger } = ledgers;
  const repository = {
    top,
    content,
    text: (slug: string) => join(content, 'essays', slug, 'index.md'),
    ledger: (slug: string) => join(content, 'essays', slug, 'anchors.json'),
    write(slug: string, body: string, fields = '') {
      mkdirSync(dirname(repository.text(slug)), { recursive: true });
      const head = `---\ntitle: The ${slug}\ndescription: A\n${fields.includes('published:') ? '' : 'published: 2026-01-01\n'}${fields}---\n\n`;
      writeFileSync(repository.text(slug), `${head}${body}\n`);
    },
    git(...args: string[]): string {
      const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'core.autocrlf=false'];
      return execFileSync('git', [...author, ...args], { cwd: top, encoding: 'utf8', stdio: 'pipe' });
    },
    /** @param day of the author's clock */
    commit(day: string) {
      repository.git('add', '-A', '.');
      repository.git('commit', '-q', '--allow-empty', '-m', 'A version', `--date=${day}T12:00:00Z`);
    },
    async compile(folder = 'cache') {
      const kept = cache.openCache(join(top, folder));
      const compiled = await library.compileLibrary(sources.readSources('en'), {
        compiler: compiler.siteCompiler(kept),
        language: 'en',
        withDrafts: false,
      });
      return { compiled, kept };
    },
    /** Gives the blocks of an essay their ids, as a build does. @throws Error where a published text is lost */
    async accept(slug: string) {
      const kept = cache.openCache(join(top, 'cache'));
      const [path, file] = [repository.text(slug), `${slug}/index.md`];
      const source = { slug, file, path, text: readFileSync(path, 'utf8') };
      const { found } = await compiler.siteCompiler(kept).blocks(source, 'en');
      const read = existsSync(repository.ledger(slug)) ? readFileSync(repository.ledger(slug), 'utf8') : '';
      const before = read === '' ? emptyLedger(slug) : parseLedger(read);
      if (!found || 'message' in before) throw new Error(`The text or the ledger of ${slug} cannot be read.`);
      const { conflicts, ledger } = resolve(found.blocks, before, {
        day: '2026-01-01',
        usedIds: found.usedIds,
      });
      if (conflicts.length > 0) throw new Error(JSON.stringify(conflicts));
      writeFileSync(repository.ledger(slug), ledgerText({ ...ledger, slug }));
    },
    /** Marks the anchor of a text in the ledger, as the command `anchors` does when a text was removed. */
    mark(slug: string, words: string, field: 'to' | 'retired', value: string) {
      const ledger: { anchors: Record<string, string>[] } = JSON.parse(
        readFileSync(repository.ledger(slug), 'utf8'),
      );
      const anchor = ledger.anchors.find(({ text = '' }) => text.includes(words));
      if (!anchor) throw new Error(`No text of ${slug} has: ${words}`);
      anchor[field] = value;
      writeFileSync(repository.ledger(slug), JSON.stringify(ledger));
    },
    /** What the pages say. @param folder of the cache, which decides only how long it takes */
    async history(folder?: string) {
      const { compiled, kept } = await repository.compile(folder);
      const made = await history.siteHistory(kept, compiled);
      const html = (slug: string) => {
        const key = made.essays.get(slug)?.key;
        return key === undefined ? '' : Buffer.from(kept.get('history-html', key) ?? '').toString('utf8');
      };
      return { ...made, html };
    },
    /** An empty library and repository. */
    reset() {
      rmSync(top, { recursive: true, force: true });
      writeSite();
      repository.git('init', '-q', '-b', 'main');
    },
    end: () => rmSync(top, { recursive: true, force: true }),
  };
  return repository;

  function writeSite() {
    mkdirSync(join(content, 'pages'), { recursive: true });
    cpSync('tests/fixtures/site.ts', join(content, 'site.ts'));
  }
}

/** Every change that a list of versions with words shows, oldest first. */
export function shownChanges(html: string): ShownChange[] {
  const versions = selectAll('.versions > section', fromHtml(html, { fragment: true })).reverse();
  return versions.flatMap((version) => {
    const day = String(select('time', version)?.properties['dateTime']);
    let section = '';
    return version.children.flatMap((child): ShownChange[] => {
      if (child.type !== 'element') return [];
      if (child.tagName === 'h3') section = textOf(child);
      return selectAll('li', child).map((line) => ({
        day,
        section,
        happening: /^(\w+):/.exec(textOf(line))?.[1] ?? '',
        added: words(selectAll('ins', line).map(textOf)),
        removed: words(selectAll('del', line).map(textOf)),
      }));
    });
  });
}

function words(parts: readonly string[]): string {
  return parts.map((part) => part.trim()).join(' ');
}
