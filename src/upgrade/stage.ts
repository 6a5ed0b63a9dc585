import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from './plan.ts';

/** Where an upgrade is made ready, from the site's top. It is there only while an upgrade is under way. */
export const stageFolder = '.stet/upgrade/staged';

/** Whether an upgrade was started and not finished. */
export const isUnfinished = (site: string) => existsSync(join(site, stageFolder));

/**
 * Makes an upgrade ready beside the site, so that what follows is only moving files: those of the new engine, copies
 * of what the owner had changed, the list of steps, and the program that does them. The folder gets its name
 * when it is whole.
 */
export function stage(site: string, engine: string, plan: Plan): void {
  const whole = join(site, stageFolder);
  const incomplete = `${whole}.part`;
  rmSync(incomplete, { recursive: true, force: true });
  mkdirSync(incomplete, { recursive: true });
  const put = (path: string, from: string) => {
    mkdirSync(dirname(path), { recursive: true });
    cpSync(from, path);
  };
  for (const path of plan.changed) put(join(incomplete, 'yours', path), join(site, path));
  for (const path of plan.write) {
    const target = join(incomplete, 'new', path);
    const text = plan.texts.get(path);
    if (text === undefined) put(target, join(engine, path));
    else {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }
  const steps = { remove: plan.remove, write: [...plan.write].sort((one, other) => late(one) - late(other)) };
  writeFileSync(join(incomplete, 'steps.json'), `${JSON.stringify(steps, null, 2)}\n`);
  cpSync(fileURLToPath(new URL('apply.ts', import.meta.url)), join(incomplete, 'apply.ts'));
  renameSync(incomplete, whole);
}

/** What an interrupted upgrade needs to go on by the usual command is replaced last. */
const late = (path: string) =>
  ['src/upgrade/', 'src/commands/upgrade', 'package.json', 'engine.json'].findIndex((one) =>
    path.startsWith(one),
  );
