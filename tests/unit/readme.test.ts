import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const text = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

// an owner's own README says other things
describe.skipIf(!text.startsWith('# Stet\n'))('the README', () => {
  it('has the commands on the first screen', () => {
    const screen = text.split('\n').slice(0, 14).join('\n');
    for (const command of ['npm ci', 'npm start', 'npm run new --', 'npm run dev', 'npm run build'])
      expect(screen).toContain(`\n${command}`);
  });

  it('names only scripts that there are, and guides that there are', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const guides = [...text.matchAll(/`(docs\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(guides.length).toBeGreaterThan(2);
    expect(guides.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('has the commands that make a checkout a repository of one’s own, on the branch that is published', () => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    const [engine, site, own] = [join(folder, 'engine'), join(folder, 'site'), join(folder, 'own.git')];
    const run = (command: string, args: string[], cwd = folder) =>
      execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' }).trim();
    mkdirSync(engine);
    writeFileSync(join(engine, 'a.txt'), 'A\n');
    run('git', ['init', '-q', '-b', 'trunk', engine]);
    run('git', ['add', '-A'], engine);
    run('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '-qm', 'A'], engine);
    run('git', ['clone', '-q', engine, site]);
    run('git', ['init', '-q', '--bare', own]);

    const block = /## Make it yours\n[\s\S]*?```sh\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    run('sh', ['-e', '-c', block.replace('ADDRESS_OF_YOUR_REPOSITORY', `'${own}'`)], site);
    expect(run('git', ['rev-parse', 'main'], own)).toBe(run('git', ['rev-parse', 'HEAD'], site));
    expect(run('git', ['remote', 'get-url', 'engine'], site)).toBe(engine);
    const workflow = readFileSync('.github/workflows/pages.yml', 'utf8');
    expect(workflow).toMatch(/branches: \[main\]/);
  });
});
