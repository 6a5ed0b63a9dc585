import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A site of one essay or more in a folder of its own, and its `comments` command. */
export function scratchSite(essays: Readonly<Record<string, string>> = { tides: 'On tides' }) {
  const folder = mkdtempSync(join(tmpdir(), 'comments-'));
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    return join(folder, path);
  };
  put(
    'content/site.ts',
    readFileSync('tests/fixtures/site.ts', 'utf8').replace(
      /from '[^']*\/src\//,
      `from '${process.cwd()}/src/`,
    ),
  );
  for (const [slug, title] of Object.entries(essays))
    put(`content/essays/${slug}/index.md`, `---\ntitle: ${title}\nauthors: [Ada]\n---\n\nText.\n`);
  const comments = (args: readonly string[], input = '') => {
    const program = join(process.cwd(), 'src/commands/comments.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, STET_CONTENT: 'content', NODE_NO_WARNINGS: '1' },
    });
    return { status, stdout, stderr };
  };
  const files = (under = '.') =>
    readdirSync(join(folder, under), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  return { folder, put, comments, files, read: (path: string) => readFileSync(join(folder, path), 'utf8') };
}
