import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../paths.ts';

/** What `environment-report.ts` prints. */
export type Environment = Record<
  'path' | 'hour' | 'locale' | 'umask' | 'files' | 'host' | 'day' | 'cache' | 'processors' | 'home',
  string | number | boolean
>;

/** One way in which two machines that build the same commit can differ. */
export interface Variation {
  name: string;
  env?: Record<string, string>;
  /** Shell code before the build's command. */
  before?: string;
  /** Folder of the checkout, inside the run's own folder. */
  folder?: string;
  /** Files are written in the opposite order. */
  reversed?: boolean;
  /** The part of the environment that must differ from the first build. */
  changes?: keyof Environment;
  /** The site was built here before, also with another text. */
  warm?: boolean;
}

const changed = (name: string) => ({
  STET_VARIATION: name,
  NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'src/commands/repro/changed-environment.ts')).href}`,
});

/** The others are compared with the first. */
export const variations: readonly Variation[] = [
  { name: 'unchanged' },
  {
    name: 'path: deep, with spaces and other letters',
    folder: 'a b/ä–ö/İstanbul/深い/checkout',
    changes: 'path',
  },
  { name: 'time zone: Kiritimati, UTC+14', env: { TZ: 'Pacific/Kiritimati' }, changes: 'hour' },
  { name: 'time zone: UTC−12, by offset', env: { TZ: 'Etc/GMT+12' }, changes: 'hour' },
  {
    name: 'locale: Turkish',
    env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
    changes: 'locale',
  },
  { name: 'umask: 077', before: 'umask 077 &&', changes: 'umask' },
  {
    name: 'order of files: written and listed in reverse',
    reversed: true,
    env: changed('order'),
    changes: 'files',
  },
  { name: 'host name: another', env: changed('host'), changes: 'host' },
  { name: 'clock: 400 days ahead, and no randomness', env: changed('clock'), changes: 'day' },
  { name: 'cache: warm, after a build of another text', warm: true, changes: 'cache' },
  {
    name: 'processors: one, and one thread',
    before: 'taskset -c 0',
    env: { UV_THREADPOOL_SIZE: '1' },
    changes: 'processors',
  },
  {
    name: 'user: another home and name',
    env: { HOME: '/nonexistent', USER: 'someone', LOGNAME: 'someone' },
    changes: 'home',
  },
];
