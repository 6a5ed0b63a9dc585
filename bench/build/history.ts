import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Gives every essay of a site more versions: a commit a day, in which each has one or two paragraphs changed. */
export function writeVersions(folder: string, count: number): void {
  const essays = join(folder, 'content/essays');
  const texts = readdirSync(essays).flatMap((slug) =>
    ['index.mdx', 'index.md'].map((name) => join(essays, slug, name)).filter((file) => existsSync(file)),
  );
  for (let version = 1; version <= count; version += 1) {
    for (const file of texts) writeFileSync(file, edited(readFileSync(file, 'utf8'), version));
    const day = new Date(Date.UTC(2026, 6, version)).toISOString();
    const author = [
      '-c',
      'user.name=Bench',
      '-c',
      'user.email=bench@example.org',
      '-c',
      'core.autocrlf=false',
    ];
    execFileSync('git', [...author, 'commit', '-q', '-a', '-m', 'A version', `--date=${day}`], {
      cwd: folder,
    });
  }
}

/** Sets what the site says of its history. */
export function setHistory(folder: string, setting: 'off' | 'words'): void {
  const file = join(folder, 'content/site.ts');
  const text = readFileSync(file, 'utf8').replace(/^ {2}history:.*\n/m, '');
  writeFileSync(file, text.replace(/^ {2}citations:/m, `  history: '${setting}',\n$&`));
}

/** Puts a word behind the first one of a paragraph, another paragraph for each version, and takes the last such word out. */
function edited(text: string, version: number): string {
  const [head = '', ...parts] = text.replaceAll(/ \(version \d+\)/g, '').split('\n\n');
  const plain = [...parts.keys()].filter((index) => /^[A-Z][a-z]+ /.test(parts[index] ?? ''));
  const chosen = plain[version % plain.length];
  return [
    head,
    ...parts.map((part, index) =>
      index === chosen ? part.replace(/^\S+/, (word) => `${word} (version ${version})`) : part,
    ),
  ].join('\n\n');
}
