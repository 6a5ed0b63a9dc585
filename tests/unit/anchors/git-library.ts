import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { vi } from 'vitest';
import type { StoredHistory } from '../../../src/anchors/dropped-anchors.ts';
import type { LedgerStates } from '../../../src/anchors/load-ledgers.ts';
import type { Block } from '../../../src/document/block.ts';
import type { FoundBlocks } from '../../../src/document/found-blocks.ts';
import { essaySchema } from '../../../src/document/frontmatter.ts';
import type { QuickGit } from './quick-git.ts';

/** What a build of the library's ledgers gave. */
export interface Build {
  /** Codes of what stopped it. Nothing was written where there is one. */
  problems: string[];
  /** The text that each id of an essay leads to, by `slug#id`: of its block, or `†` and the reason. */
  ids: Map<string, string>;
  states: LedgerStates;
}

const metadata = essaySchema('en').parse({ title: 'A', description: 'A', published: '2026-01-02' });

/**
 * A library in a git repository, of which only the ledgers are built: with the loader of the real build, from texts
 * whose blocks are their paragraphs.
 * @param quick gives a quicker git, for a test that asks tens of thousands of questions
 */
export async function gitLibrary(name: string, quick?: (content: string) => QuickGit) {
  const top = realpathSync(mkdtempSync(join(tmpdir(), `stet-${name}-`)));
  const content = join(top, 'content');
  vi.stubEnv('STET_CONTENT', content);
  vi.resetModules();
  const quickGit = quick?.(content);
  if (quickGit)
    vi.doMock('node:child_process', async (original) => ({
      ...(await original<typeof import('node:child_process')>()),
      spawnSync: quickGit.remembered,
    }));
  const [{ ledgerLoader }, { ledgerProblems }, { staleFiles }, { writeFiles }, { resolve }] =
    await Promise.all([
      import('../../../src/anchors/load-ledgers.ts'),
      import('../../../src/anchors/ledger-problems.ts'),
      import('../../../src/anchors/stale-files.ts'),
      import('../../../src/anchors/update-ledgers.ts'),
      import('../../../src/anchors/resolve.ts'),
    ]);
  vi.doUnmock('node:child_process');
  let commands = 0;
  let kept = new Map<string, string>();
  const stored: StoredHistory = {
    read: (branch) => kept.get(branch) ?? null,
    write: (branch, text) => void kept.set(branch, text),
  };
  const library = {
    top,
    content,
    list: join(content, 'published.json'),
    text: (slug: string) => join(content, 'essays', slug, 'index.md'),
    ledger: (slug: string) => join(content, 'essays', slug, 'anchors.json'),
    /** An empty library and repository. */
    reset() {
      rmSync(top, { recursive: true, force: true });
      mkdirSync(join(content, 'essays'), { recursive: true });
      library.forget();
      commands = 0;
      library.git('init', '-q', '-b', 'main', '--template=', '..');
    },
    /** The history is read again as a whole. */
    forget() {
      kept = new Map();
      quickGit?.forget();
    },
    /** Keeps the library as it is now; the function brings it back. */
    keep(): () => void {
      const copy = `${top}.kept`;
      rmSync(copy, { recursive: true, force: true });
      cpSync(top, copy, { recursive: true });
      return () => {
        rmSync(top, { recursive: true, force: true });
        cpSync(copy, top, { recursive: true });
        library.forget();
      };
    },
    write(slug: string, ...paragraphs: string[]) {
      mkdirSync(dirname(library.text(slug)), { recursive: true });
      writeFileSync(library.text(slug), `${paragraphs.join('\n\n')}\n`);
    },
    git(...args: string[]): string {
      quickGit?.changed();
      const author = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'core.autocrlf=false'];
      const fast = ['-c', 'maintenance.auto=false', '-c', 'core.fsync=none', '-c', 'rerere.enabled=false'];
      commands += 1;
      const date = `${1_750_000_000 + commands} +0000`; // a second for each: what is newest does not hang on the clock
      const words = [...author, ...fast, ...args];
      const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      if (!quickGit)
        return execFileSync('git', words, {
          cwd: content,
          encoding: 'utf8',
          stdio: 'pipe',
          env: { ...process.env, ...env },
        });
      const { status, stdout } = quickGit.run(words, { cwd: content, env });
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stdout}`);
      return stdout.toString();
    },
    commit(message = 'A version') {
      if (hasNewFiles()) library.git('add', '-A', '.');
      library.git('commit', '-q', '-a', '--allow-empty', '-m', message);
    },
    /** Builds the ledgers, and writes them where nothing stops it. */
    build({ writes = true } = {}): Build {
      const essays = join(content, 'essays');
      const folders = existsSync(essays) ? readdirSync(essays) : [];
      const slugs = folders.filter((slug) => existsSync(library.text(slug)));
      const orphanedLedgers = folders.filter(
        (slug) => !slugs.includes(slug) && existsSync(library.ledger(slug)),
      );
      const loader = ledgerLoader({ slugs, orphanedLedgers, hasAllTexts: true, resolve, stored });
      for (const slug of slugs) {
        const text = readFileSync(library.text(slug), 'utf8');
        loader.load(
          { slug, file: `${slug}/index.md`, text, metadata: { ...metadata, title: slug } },
          blocksOf(text),
          [],
        );
      }
      const states = loader.finish();
      const problems = [...states.unreadable, ...ledgerProblems(states)].map(({ code }) => code ?? '');
      if (problems.length === 0 && writes) writeFiles(staleFiles(states));
      const ids = new Map<string, string>();
      for (const { source, found, resolution } of states.current) {
        resolution.ids.forEach((id, index) => {
          for (const one of [id, ...(resolution.previous[index] ?? [])])
            ids.set(`${source.slug}#${one}`, found.blocks[index]?.text ?? '');
        });
        for (const stone of resolution.tombstones)
          for (const id of [stone.id, ...stone.also])
            ids.set(`${source.slug}#${id}`, `†${stone.why ?? stone.to}`);
      }
      for (const { source, ledger } of states.orphaned)
        for (const { id } of ledger.anchors)
          ids.set(`${source.slug}#${id}`, `†${ledger.retired ?? ledger.to}`);
      return { problems, ids, states };
    },
    /** The id of a text, from the ledger. */
    idOf(slug: string, words: string): string {
      const ledger: { anchors: { id: string; text: string }[] } = JSON.parse(
        readFileSync(library.ledger(slug), 'utf8'),
      );
      const found = ledger.anchors.find(({ text }) => words.startsWith(text.replace('…', '')));
      if (!found) throw new Error(`No text of ${slug} is: ${words}`);
      return found.id;
    },
    end() {
      quickGit?.end();
      for (const folder of [top, `${top}.kept`]) rmSync(folder, { recursive: true, force: true });
    },
  };
  library.reset();
  return library;

  /** True where git does not know a file yet; its index has the whole path of each. */
  function hasNewFiles(): boolean {
    const index = join(top, '.git/index');
    const known = existsSync(index) ? readFileSync(index, 'utf8') : '';
    const files = readdirSync(content, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    return files.some((file) => !known.includes(relative(top, join(file.parentPath, file.name))));
  }
}

function blocksOf(text: string): FoundBlocks {
  const paragraphs = text.split(/\n{2,}/).filter((one) => one.trim() !== '');
  const blocks = paragraphs.map((one): Block => {
    const isHeading = one.startsWith('# ');
    return {
      kind: isHeading ? 'section' : 'paragraph',
      text: one.replace(/^# /, '').trim(),
      own: null,
      marks: 0,
    };
  });
  return { blocks, lines: blocks.map(() => ({ first: 1, last: 1 })), usedIds: [] };
}
