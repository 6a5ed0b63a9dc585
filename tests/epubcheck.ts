import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Debian's package `epubcheck`; another path of the same program can be given. */
const epubcheck = process.env['EPUBCHECK'] ?? '/usr/share/java/epubcheck.jar';

/**
 * A test that each book has no error and no warning by epubcheck. In CI it fails where that program is missing, and
 * elsewhere it says so.
 * @param books names for the test
 * @param fileOf the path of the book of a name
 */
export function itPassesEpubcheck(books: readonly string[], fileOf: (book: string) => string): void {
  if (existsSync(epubcheck))
    it.each(books)('%s has no error and no warning by epubcheck', async (book) => {
      const said = await new Promise<string>((done) =>
        execFile('java', ['-jar', epubcheck, fileOf(book)], (_error, out, errors) => done(`${out}${errors}`)),
      );
      expect(said).toContain('0 fatals / 0 errors / 0 warnings');
    });
  else if (process.env['CI']) it('are checked by epubcheck', () => expect.fail('epubcheck is missing'));
  else it.skip('not run: epubcheck is not installed on this machine (see .ci/servers)');
}
