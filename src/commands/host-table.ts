import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { hostTable } from '../publish/hosts/hosts.ts';

const file = join(root, 'src/publish/hosts/hosts.md');
const text = readFileSync(file, 'utf8');
writeFileSync(
  file,
  text.replace(/^\| Host .*\n(?:\|.*\n)+/m, () => `${hostTable()}\n`),
);
