import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressTable } from '../outputs/address-table.ts';
import { root } from '../paths.ts';

const file = join(root, 'src/outputs/addresses.md');
const text = readFileSync(file, 'utf8');
writeFileSync(
  file,
  text.replace(/^\| Address .*\n(?:\|.*\n)+/m, () => `${addressTable()}\n`),
);
