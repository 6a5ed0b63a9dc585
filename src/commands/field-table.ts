import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldTable } from '../document/field-table.ts';
import { root } from '../paths.ts';

/** `node src/commands/field-table.ts` writes the table of the fields of a text into the guide for those who write. */
const file = join(root, 'docs/writing/essays/fields/index.md');
const text = readFileSync(file, 'utf8');
const source = readFileSync(join(root, 'src/document/frontmatter.ts'), 'utf8');
writeFileSync(
  file,
  text.replace(/^\| Field .*\n(?:\|.*\n)+/m, () => `${fieldTable(source)}\n`),
);
