import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

/**
 * Loaded before a build by `npm run repro`: `STET_WORLD` says in which way the machine is to be another one.
 * The changes reach everything that runs in the build's own process, workers included.
 */
const worlds = new Set((process.env['STET_WORLD'] ?? '').split(' '));

if (worlds.has('clock')) {
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

if (worlds.has('order')) {
  const turned = <Found>(found: Found): Found =>
    Array.isArray(found) ? Object.assign(found.reverse()) : found;
  const { readdir, readdirSync } = fs;
  const promised = fs.promises.readdir;
  fs.readdirSync = new Proxy(readdirSync, {
    apply: (target, self, args) => turned(Reflect.apply(target, self, args)),
  });
  fs.promises.readdir = new Proxy(promised, {
    apply: async (target, self, args) => turned(await Reflect.apply(target, self, args)),
  });
  fs.readdir = new Proxy(readdir, {
    apply(target, self, args) {
      const done = args.at(-1);
      return Reflect.apply(target, self, [
        ...args.slice(0, -1),
        (error: unknown, found: unknown) => done(error, turned(found)),
      ]);
    },
  });
}

if (worlds.has('host')) os.hostname = () => 'another-machine';

syncBuiltinESMExports();
