import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const configuration = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://beside.example/',
  integrations: [starlight({ title: 'Beside', sidebar: [{ label: 'Guides', items: ['index', 'essay'] }] })],
});
`;

const collection = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/**
 * Makes a site with Starlight's default theme that has the text of an essay, and installs what it needs there: none of
 * it is among this project's packages.
 * @param folder is made if it is not there; outside of this repository, so that npm leaves ours alone
 * @param essay path of the essay's file
 * @returns the folder of the built site
 */
export function starlightSite(folder: string, essay: string): string {
  const source = readFileSync(essay, 'utf8');
  const [, title = '', description = ''] =
    /title: (.*)\n(?:subtitle.*\n)?description: (.*)\n/.exec(source) ?? [];
  const text = source.replace(/^---\n.*?\n---\n/s, '').replaceAll(/^<\/?[A-Z].*$/gm, '');
  const packages = { astro: '^7.0.0', '@astrojs/starlight': 'latest', sharp: '*' };
  const files = {
    'package.json': JSON.stringify({ name: 'beside', private: true, type: 'module', dependencies: packages }),
    'astro.config.mjs': configuration,
    'src/content.config.ts': collection,
    'src/content/docs/index.md': '---\ntitle: Beside\n---\n\nA first page.\n',
    'src/content/docs/essay.md': `---\ntitle: ${title}\ndescription: ${description}\n---\n${text}`,
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  install(folder, '@astrojs/starlight');
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  run(folder, process.execPath, join(folder, 'node_modules/astro/bin/astro.mjs'), 'build');
  return join(folder, 'dist');
}

/** Installs what the `package.json` of a folder asks for, if a package of it is not there. */
export function install(folder: string, wanted: string): void {
  if (!existsSync(join(folder, 'node_modules', wanted)))
    run(folder, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel', 'error');
}

function run(folder: string, ...command: [string, ...string[]]): void {
  execFileSync(command[0], command.slice(1), { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}
