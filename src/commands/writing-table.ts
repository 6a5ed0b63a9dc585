import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writingTable } from '../compile/writing-table.ts';
import { root } from '../paths.ts';

const file = join(root, 'src/compile/writing.md');
const text = readFileSync(file, 'utf8');
writeFileSync(
  file,
  text.replace(/^\| Construct .*\n(?:\|.*\n)+/m, () => `${writingTable()}\n`),
);
