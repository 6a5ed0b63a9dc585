import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorTable } from '../document/error-table.ts';
import { root } from '../paths.ts';

writeFileSync(join(root, 'src/document/errors.md'), errorTable());
