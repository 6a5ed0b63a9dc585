import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

/**
 * Loaded before a build by `npm run repro`: `STET_VARIATION` names what is different about the machine.
 * The changes apply to everything that runs in the build's own process, workers included.
 */
const variations = new Set((process.env['STET_VARIATION'] ?? '').split(' '));

if (variations.has('clock')) {
  const now = Date.now;
  const ahead = 400 * 24 * 60 * 60 * 1000;
  Date.now = () => now() + ahead;
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, to) =>
      Reflect.construct(
        target,
        args.length === 0 ? [Date.now()] : args,
        to === globalThis.Date ? target : to,
      ),
    apply: () => new Date().toString(),
  });
  Math.random = () => 0.5;
}

if (variations.has('order')) {
  const reversed = <Names>(names: Names): Names =>
    Array.isArray(names) ? Object.assign(names.reverse()) : names;
  const { readdir, readdirSync } = fs;
  const asyncReaddir = fs.promises.readdir;
  fs.readdirSync = new Proxy(readdirSync, {
    apply: (target, self, args) => reversed(Reflect.apply(target, self, args)),
  });
  fs.promises.readdir = new Proxy(asyncReaddir, {
    apply: async (target, self, args) => reversed(await Reflect.apply(target, self, args)),
  });
  fs.readdir = new Proxy(readdir, {
    apply(target, self, args) {
      const done = args.at(-1);
      return Reflect.apply(target, self, [
        ...args.slice(0, -1),
        (error: unknown, names: unknown) => done(error, reversed(names)),
      ]);
    },
  });
}

if (variations.has('host')) os.hostname = () => 'another-machine';

syncBuiltinESMExports();
