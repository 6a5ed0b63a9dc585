import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../paths.ts';

/** What `witness.ts` sees of a machine. */
export type Seen = Record<
  'path' | 'hour' | 'locale' | 'umask' | 'files' | 'host' | 'day' | 'cache' | 'processors' | 'home',
  string | number | boolean
>;

/** One way in which two machines that build the same commit can differ. */
export interface Variation {
  name: string;
  env?: Record<string, string>;
  /** Shell words before the build's command. */
  before?: string;
  /** Folder of the checkout, inside the run's own folder. */
  folder?: string;
  /** Files are written in the opposite order. */
  reversed?: boolean;
  /** What a program must see otherwise than in the first build. */
  sees?: keyof Seen;
  /** The site has been built here before, also with another text. */
  warm?: boolean;
}

const world = (name: string) => ({
  STET_WORLD: name,
  NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'src/commands/repro/changed-environment.ts')).href}`,
});

/** The first is what the others are compared with. */
export const variations: readonly Variation[] = [
  { name: 'as it is' },
  {
    name: 'path: deep, with spaces and other letters',
    folder: 'a b/ä–ö/İstanbul/深い/checkout',
    sees: 'path',
  },
  { name: 'time zone: Kiritimati, UTC+14', env: { TZ: 'Pacific/Kiritimati' }, sees: 'hour' },
  { name: 'time zone: UTC−12, by offset', env: { TZ: 'Etc/GMT+12' }, sees: 'hour' },
  {
    name: 'locale: Turkish',
    env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
    sees: 'locale',
  },
  { name: 'umask: 077', before: 'umask 077 &&', sees: 'umask' },
  {
    name: 'order of files: written and listed in reverse',
    reversed: true,
    env: world('order'),
    sees: 'files',
  },
  { name: 'host name: another', env: world('host'), sees: 'host' },
  { name: 'clock: 400 days ahead, and no luck', env: world('clock'), sees: 'day' },
  { name: 'cache: warm, after a build of another text', warm: true, sees: 'cache' },
  {
    name: 'processors: one, and one thread',
    before: 'taskset -c 0',
    env: { UV_THREADPOOL_SIZE: '1' },
    sees: 'processors',
  },
  {
    name: 'user: another home and name',
    env: { HOME: '/nonexistent', USER: 'someone', LOGNAME: 'someone' },
    sees: 'home',
  },
];
