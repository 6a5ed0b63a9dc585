import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cmsConfiguration, type Repository } from '../cms/cms-configuration.ts';
import { frontmatterJsonSchema } from '../document/frontmatter-json-schema.ts';
import { pathFromRoot, root } from '../paths.ts';

/** `npm run cms`: writes the configuration of Sveltia CMS or Decap CMS. It is no part of the site. */
const source = readFileSync(join(root, 'src/document/frontmatter.ts'), 'utf8');
const file = join(root, '.stet/cms/config.yml');
mkdirSync(join(root, '.stet/cms'), { recursive: true });
writeFileSync(file, cmsConfiguration(frontmatterJsonSchema(source), repository()));
console.log(
  `Written: ${pathFromRoot(file)}\nsrc/cms/cms.md says where to put it, and how to write with it without git.`,
);

/** From the address that git pushes to. */
function repository(): Repository {
  const address = git('remote', 'get-url', 'origin');
  const [, host = 'github.com', name = 'owner/name'] =
    /[@/]([\w.-]+)[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(address) ?? [];
  return {
    backend: host.includes('gitlab') ? 'gitlab' : 'github',
    name,
    branch: git('branch', '--show-current') || 'main',
  };
}

function git(...args: string[]): string {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return ''; // no git, or no such thing in it
  }
}
