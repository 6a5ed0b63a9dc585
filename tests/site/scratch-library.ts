import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { selectAll } from 'hast-util-select';
import { expect } from 'vitest';
import { type Ledger, ledgerSchema } from '../../src/anchors/ledger.ts';
import { parseSite } from './parsed-site.ts';
import { withoutProgress } from './without-progress.ts';

/** The output of a command, without its progress, and its exit code. */
export interface CommandResult {
  code: number;
  output: string;
}

/** A small library that a test writes, edits and builds as an author would: with the real commands. */
export function scratchLibrary(name: string) {
  const folder = resolve('.stet', name);
  const content = join(folder, 'content');
  const out = join(folder, 'site');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 }); // a server of the last run may be ending
  mkdirSync(join(content, 'essays'), { recursive: true });
  cpSync('tests/fixtures/drafts/pages', join(content, 'pages'), { recursive: true });
  cpSync('tests/fixtures/site.ts', join(content, 'site.ts'));

  const library = {
    content,
    out,
    essay: (slug: string) => join(content, 'essays', slug, 'index.mdx'),
    ledgerFile: (slug: string) => join(content, 'essays', slug, 'anchors.json'),
    ledger: (slug: string): Ledger =>
      ledgerSchema.parse(JSON.parse(readFileSync(library.ledgerFile(slug), 'utf8'))),
    /** The id of the text with some words, in a ledger. */
    idOf: (slug: string, words: string): string => {
      const found = library.ledger(slug).anchors.find((one) => one.text.includes(words));
      if (!found) throw new Error(`No text of ${slug} begins with: ${words}`);
      return found.id;
    },
    write(slug: string, ...paragraphs: string[]) {
      const text = `---\ntitle: The ${slug}\ndescription: A\npublished: 2026-01-02\n---\n\n${paragraphs.join('\n\n')}\n`;
      mkdirSync(dirname(library.essay(slug)), { recursive: true });
      writeFileSync(library.essay(slug), text);
    },
    edit(slug: string, from: string, to: string) {
      const text = readFileSync(library.essay(slug), 'utf8');
      expect(text).toContain(from);
      writeFileSync(
        library.essay(slug),
        text.replace(from, () => to),
      );
    },
    run(command: string, args: readonly string[] = [], ci = ''): Promise<CommandResult> {
      const env = { ...process.env, CI: ci, STET_CONTENT: content, STET_OUT: out };
      return new Promise((done) => {
        execFile(
          process.execPath,
          [`src/commands/${command}.ts`, ...args],
          { env },
          (error, output, errors) => {
            done({
              code: typeof error?.code === 'number' ? error.code : 0,
              output: withoutProgress(`${output}${errors}`),
            });
          },
        );
      });
    },
    anchors: (...args: string[]) => library.run('anchors', args),
    /** A built page, as a tree. */
    page(path: string) {
      const found = parseSite(out).pages.find((one) => one.path === path);
      if (!found) throw new Error(`There is no page ${path}.`);
      return found.tree;
    },
    /** Where the links on an essay's page lead, from the site's root, however they are written. */
    leads: (slug: string, selector: string) =>
      selectAll(selector, library.page(`essays/${slug}/index.html`)).map((link) => {
        const { pathname, hash } = new URL(
          String(link.properties['href']),
          `https://a.example/essays/${slug}/`,
        );
        return pathname + hash;
      }),
    ids: (path: string) => selectAll('[id]', library.page(path)).map((one) => String(one.properties['id'])),
    /** Runs git in the library, with an author of its own. */
    git(...args: string[]): string {
      const who = [
        '-c',
        'user.name=An Author',
        '-c',
        'user.email=author@example.org',
        '-c',
        'core.autocrlf=false',
      ];
      return execFileSync('git', [...who, ...args], { cwd: content, encoding: 'utf8', stdio: 'pipe' });
    },
    commit() {
      library.git('add', '-A');
      library.git('commit', '-q', '--allow-empty', '-m', 'A version');
    },
  };
  return library;
}
