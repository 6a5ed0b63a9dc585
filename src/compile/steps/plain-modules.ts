import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Root } from 'hast';
import type { MdxjsEsm } from 'mdast-util-mdx';
import type { VFile } from 'vfile';
import { nearest } from '../../document/nearest.ts';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { root } from '../../paths.ts';
import { namesIn } from '../file-beside.ts';
import { importsInCircle } from '../imported-texts.ts';
import { positionOf, report } from '../report.ts';

/** Files that a text can import. */
const importable = /\.(?:astro|mdx?|[cm]?[jt]s|json|avif|gif|jpe?g|png|svg|webp)$/i;

type Statement = NonNullable<NonNullable<MdxjsEsm['data']>['estree']>['body'][number];

/** What the module of a text exports itself. */
const reserved = new Set(['frontmatter', 'Content', 'getHeadings', 'file', 'url', 'layout', 'MDXContent']);

/** Refuses imports that only the web, another framework or nobody can answer, and an export that replaces the text. */
export function plainModules() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'mdxjsEsm', (node: MdxjsEsm) => {
      for (const statement of node.data?.estree?.body ?? []) {
        const at = {
          ...positionOf(file, node),
          ...(statement.loc ? { line: statement.loc.start.line } : {}),
        };
        for (const name of exportedBy(statement))
          if (name === 'default') report(file, problem('text/default-export', {}, at));
          else if (reserved.has(name)) report(file, problem('text/reserved-export', { name }, at));
        if (!('source' in statement) || typeof statement.source?.value !== 'string') continue;
        const address = statement.source.value;
        if (/^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address) || /^data:/i.test(address))
          report(file, problem('text/remote-import', { address }, at));
        else if (/^\.{0,2}\//.test(address) && /\.\w+$/.test(address) && !importable.test(address))
          report(file, problem('text/unsupported-import', { address }, at));
        else if (!isThere(address, file.path)) {
          const near = nearest(
            address,
            namesIn(dirname(file.path)).map((name) => `./${name}`),
          );
          report(file, problem('text/missing-import', { address }, at, near));
        } else if (importsInCircle(address, file.path))
          report(file, problem('text/import-circle', { address }, at));
      }
    });
  };
}

/** The names under which a statement exports something, where they are plain. */
function exportedBy(statement: Statement): string[] {
  if (statement.type === 'ExportDefaultDeclaration') return ['default'];
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const { declaration, specifiers } = statement;
  const names = specifiers.map(({ exported }) =>
    exported.type === 'Identifier' ? exported.name : String(exported.value),
  );
  if (declaration?.type === 'VariableDeclaration')
    names.push(...declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : [])));
  else if (declaration) names.push(declaration.id.name);
  return names;
}

/** True for a file beside the text, and for a package that is installed. */
function isThere(address: string, path: string): boolean {
  const [plain = ''] = address.split(/[?#]/);
  if (plain.startsWith('.')) return existsSync(resolve(dirname(path), plain));
  if (plain.startsWith('/')) return existsSync(join(root, plain));
  if (/^(?:node|astro|virtual):/.test(address)) return true;
  const name = plain.split('/').slice(0, plain.startsWith('@') ? 2 : 1);
  return existsSync(join(root, 'node_modules', ...name));
}
