import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { openCache } from '../../../src/cache/cache.ts';
import { openArchive } from '../../../src/import/archive.ts';
import { readExport } from '../../../src/import/read-export.ts';
import { pictureFetcher } from '../../../src/import/remote-pictures.ts';
import { importReport } from '../../../src/import/report.ts';
import { stagedContent, takeIn } from '../../../src/import/take-in.ts';
import { textChecker } from '../../../src/library/check-text.ts';

/** A picture of one point. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** An empty site of ours beside another site, and the import from one to the other, in a folder of their own. */
export function otherSite(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) put(`old/${path}`, content);
  const check = textChecker(openCache(join(folder, 'cache')), stagedContent(join(folder, '.stet/import')));
  /** Takes in what lies at a path and gives the report. */
  const run = async (path = 'old', fetches = false) => {
    const archive = openArchive(join(folder, path));
    const found = readExport(archive, { addresses: null });
    if (found === null || found === 'comments') throw new Error(`${path} has no texts: ${found}`);
    const importFolder = join(folder, '.stet/import');
    const result = await takeIn(archive, found, {
      siteUrl: 'https://new.example/',
      base: null,
      fetchPicture: fetches ? pictureFetcher(join(importFolder, 'fetched')) : null,
      root: folder,
      essaysFolder: join(folder, 'content/essays'),
      publicFolder: join(folder, 'public'),
      importFolder,
      check,
    });
    return importReport(result);
  };
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const source = (slug: string) => {
    const file = ['index.md', 'index.mdx'].find((name) =>
      existsSync(join(folder, 'content/essays', slug, name)),
    );
    const [, yaml = '', text = ''] =
      /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(read(`content/essays/${slug}/${file}`)) ?? [];
    return { name: file, fields: parse(yaml), text };
  };
  const list = (under: string): string[] =>
    existsSync(join(folder, under))
      ? readdirSync(join(folder, under), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, under).length + 1))
          .sort()
      : [];
  return { folder, put, run, read, source, list };
}
