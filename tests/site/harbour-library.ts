import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gulls, lamp, ropes, salt, tide } from './harbour-texts.ts';
import { scratchLibrary } from './scratch-library.ts';

/** Three essays in a git repository of their own: `tide`, `loft` and `quay`. */
export function harbourLibrary(name: string) {
  const library = scratchLibrary(name);
  const { anchors, git, commit } = library;
  const list = join(library.content, 'published.json');
  return {
    library,
    /** The list of published essays. */
    list,
    folder: (slug: string) => dirname(library.essay(slug)),
    published: () => Object.keys(JSON.parse(readFileSync(list, 'utf8')).essays),
    remove: (path: string) => rmSync(path, { recursive: true }),
    /** Writes the essays, gives them ids and commits them. */
    async write() {
      library.write('tide', tide, '## Boats', gulls);
      library.write('loft', ropes);
      library.write('quay', salt, lamp);
      git('init', '-q');
      await anchors('accept');
      commit();
    },
    /** Puts everything back as it was last committed. */
    reset() {
      git('reset', '-q', '--hard');
      git('clean', '-fdq');
    },
  };
}
