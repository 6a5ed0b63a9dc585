import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism, homedir, hostname } from 'node:os';

/** Prints what a build can see of its machine, as one line of JSON: it proves that a variation changed something. */
console.log(
  JSON.stringify({
    path: process.cwd(),
    hour: new Date(0).getHours(),
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    umask: process.umask().toString(8),
    files: readdirSync('.', { encoding: 'utf8' }).find((name) => /^(?:content|src)$/.test(name)) ?? '',
    host: hostname(),
    day: new Date().toISOString().slice(0, 10),
    cache: existsSync('.stet/astro'),
    processors: availableParallelism(),
    home: homedir(),
  }),
);
