import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeContent } from './our-site.ts';

/** `node bench/build/write-library.ts COUNT FOLDER`: writes a content folder with made-up essays, for `STET_CONTENT`. */
const [count = '', folder = ''] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(count) || folder === '') {
  console.error('Usage: node bench/build/write-library.ts 1000 .stet/bench/content-1000');
  process.exitCode = 1;
} else {
  rmSync(resolve(folder), { recursive: true, force: true });
  writeContent(resolve(folder), Number(count));
  console.log(`${count} essays are in ${folder}.`);
}
