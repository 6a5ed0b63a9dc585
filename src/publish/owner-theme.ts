import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../paths.ts';

/** The name under which the pages import the owner's style. */
const name = 'virtual:owner-theme.css';

/** Lets pages import `content/theme.css`, in which an owner may set the tokens anew; without one they import nothing. */
export function ownerTheme() {
  const file = join(contentFolder, 'theme.css');
  return {
    name: 'stet-owner-theme',
    resolveId: (id: string) => (id === name ? (existsSync(file) ? file : `\0${name}`) : null),
    load: (id: string) => (id === `\0${name}` ? '' : null),
  };
}
