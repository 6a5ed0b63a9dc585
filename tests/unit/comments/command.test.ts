import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliveries, endpointDatabase } from './deliveries.ts';
import { scratchSite } from './scratch.ts';

const form = (fields: object) =>
  JSON.stringify([{ essay: 'tides', name: 'Jane', comment: 'Hello', elapsed: '20', ...fields }]);
const approvedIn = (files: readonly string[]) => files.filter((file) => /essays\/.*\/comments\//.test(file));
const idOf = (file = '') => file.replace(/^.*-/, '').replace('.md', '');

describe('npm run comments', () => {
  it('takes every fixture in, approves what nothing speaks against, and takes nothing twice', () => {
    const site = scratchSite();
    cpSync('tests/fixtures/comments', join(site.folder, 'in'), { recursive: true });
    const first = JSON.parse(site.comments(['import', 'in', '--json']).stdout);
    const added = first.files.flatMap((file: { added: string[] }) => file.added);
    for (const { records, added: ids, waiting, decided, skipped } of first.files)
      expect(ids.length + waiting + decided + skipped.length).toBe(records);
    expect(added.length).toBeGreaterThan(20);

    const waiting = site.files('.stet/comments/pending');
    const again = JSON.parse(site.comments(['import', 'in', '--json']).stdout);
    expect(again.files.flatMap((file: { added: string[] }) => file.added)).toEqual([]);
    expect(site.files('.stet/comments/pending')).toEqual(waiting);

    expect(site.comments(['approve', '--all']).status).toBe(0);
    const approved = approvedIn(site.files());
    expect(approved.length).toBeGreaterThan(15);
    const left = JSON.parse(site.comments(['list', '--json']).stdout).pending;
    expect(approved.length + left.length).toBe(added.length);
    for (const { essay, suspicions } of left) expect(essay === null || suspicions.length > 0).toBe(true);

    // on another machine there is nothing but the approved files
    rmSync(join(site.folder, '.stet'), { recursive: true });
    const elsewhere = JSON.parse(site.comments(['import', 'in', '--json']).stdout);
    expect(elsewhere.files.reduce((sum: number, file: { decided: number }) => sum + file.decided, 0)).toBe(
      approved.length,
    );
    site.comments(['approve', '--all']);
    expect(approvedIn(site.files())).toEqual(approved);
  });

  it('never asks again about what was rejected, and brings it back on demand', () => {
    const site = scratchSite();
    site.put('a.json', form({}));
    site.put('b.json', form({ comment: 'Buy' }));
    site.comments(['import', 'a.json', 'b.json']);
    const [one, two] = JSON.parse(site.comments(['list', '--json']).stdout).pending.map(
      (p: { submission: { id: string } }) => p.submission.id,
    );
    expect(site.comments(['reject', one]).status).toBe(0);
    expect(site.comments(['spam', two]).status).toBe(0);
    expect(site.comments(['import', 'a.json', 'b.json']).stdout).toContain(
      '1 read: 0 new, 0 waiting already, 1 decided before',
    );
    expect(site.comments(['approve', two]).stderr).toContain('it was marked as spam before');
    expect(site.comments(['restore', one]).status).toBe(0);
    expect(site.comments(['approve', one]).status).toBe(0);
    expect(approvedIn(site.files()).length).toBe(1);
  });

  it('writes an e-mail address into no file but the one that waits, and no hash of it', () => {
    const secret = 'secret.person@mail.example';
    const site = scratchSite();
    const typed = `Mail ${secret} or secret.person%40mail.example or <${secret}> or SECRET.person@MAIL.example`;
    const fields = {
      essay: 'tides',
      block: '',
      quote: typed,
      parent: '',
      name: secret,
      email: secret,
      website: `https://x.example/?m=${secret}`,
      comment: typed,
    };
    for (const [name, content] of Object.entries(deliveries(fields))) site.put(`in/${name}`, content);
    endpointDatabase(join(site.folder, 'in/endpoint.db'), [fields]);
    site.comments(['import', 'in', '--essay', 'tides']);
    const ids = JSON.parse(site.comments(['list', '--json']).stdout).pending.map(
      (p: { submission: { id: string } }) => p.submission.id,
    );
    expect(ids.length).toBeGreaterThan(7);
    site.comments(['reject', ids[0]]);
    expect(site.comments(['approve', ...ids.slice(1)]).status).toBe(0);
    expect(approvedIn(site.files()).length).toBe(ids.length - 1);
    for (const file of approvedIn(site.files())) expect(site.read(file)).not.toMatch(/person|mail\.example/i);
    // the id comes from what is published, so nobody can try addresses against it
    const other = scratchSite();
    other.put('o.json', form({ name: secret, email: secret, comment: 'Same' }));
    other.put('p.json', form({ name: 'else@mail.example', email: 'else@mail.example', comment: 'Same' }));
    other.comments(['import', 'o.json', 'p.json']);
    expect(other.files('.stet/comments/pending').length).toBe(1);
  });

  it('reviews in the terminal: approve, answer, reject, quit', () => {
    const site = scratchSite();
    for (const [index, comment] of ['One', 'Two', 'Three', 'Four'].entries())
      site.put(`in/${index}.json`, form({ comment, name: index === 0 ? 'Аda' : 'Jane' }));
    site.comments(['import', 'in']);
    const { stdout } = site.comments(['review'], 'a\nw\nThank you\nx\nr\nq\n');
    expect(stdout).toContain('4 of 4');
    expect(stdout).toContain('mixes letters of these scripts: Latin, Cyrillic');
    const approved = approvedIn(site.files()).map(site.read);
    expect(approved.length).toBe(3);
    expect(
      approved.filter((text) => text.includes('role: author') && text.includes('name: "Ada"')).length,
    ).toBe(1);
    expect(JSON.parse(site.comments(['list', '--json']).stdout).pending.length).toBe(1);
  });

  it('answers a comment as the author', () => {
    const site = scratchSite();
    site.put('a.json', form({}));
    site.comments(['import', 'a.json']);
    const id = idOf(site.files('.stet/comments/pending')[0]).replace('.json', '');
    expect(site.comments(['reply', id, 'Thank you']).status).toBe(0);
    expect(site.comments(['reply', id, 'Thank you']).status).toBe(0); // the same answer again is the same file
    const files = approvedIn(site.files());
    expect(files.length).toBe(2);
    expect(files.map(site.read).find((text) => text.includes('role: author'))).toContain(
      `parent: comment-${id}`,
    );
    expect(site.comments(['reply', 'nobody', 'x', '--name', 'A']).stderr).toContain(
      'There is no comment `comment-nobody`',
    );
  });

  it('keeps a comment waiting whose essay is not known, until it is said', () => {
    const site = scratchSite({ tides: 'On tides', moons: 'On moons' });
    site.put('a.json', form({ essay: 'gone' }));
    expect(site.comments(['import', 'a.json']).stdout).toContain('1 belong to no essay that is known');
    const id = idOf(site.files('.stet/comments/pending')[0]).replace('.json', '');
    expect(site.comments(['approve', id]).stderr).toContain('--essay SLUG');
    expect(site.comments(['approve', id, '--essay', 'mons']).status).toBe(2);
    expect(site.comments(['approve', id, '--essay', 'moons']).status).toBe(0);
    expect(approvedIn(site.files())[0]).toContain('essays/moons/comments/');
  });

  it('says what is suspect, and deletes nothing for it', () => {
    const site = scratchSite();
    site.put('content/comments-blocklist.txt', '# words\ncheap pills\n');
    site.put(
      'a.json',
      form({
        elapsed: '1',
        homepage: 'https://spam.example',
        comment: 'Cheap  pills, ＣＨＥＡＰ ＰＩＬＬＳ http://a.b http://c.d http://e.f http://g.h',
      }),
    );
    site.comments(['import', 'a.json']);
    const [{ suspicions }] = JSON.parse(site.comments(['list', '--json']).stdout).pending;
    expect(suspicions.length).toBe(4);
    expect(site.comments(['approve', '--all']).status).toBe(0);
    expect(approvedIn(site.files())).toEqual([]);
  });

  it('refuses what is too long, with the file to shorten', () => {
    const site = scratchSite();
    site.put('a.json', form({ comment: 'x'.repeat(10_001) }));
    site.comments(['import', 'a.json']);
    const id = idOf(site.files('.stet/comments/pending')[0]).replace('.json', '');
    expect(site.comments(['approve', id]).stderr).toContain(`.stet/comments/pending/comment-${id}.json`);
  });

  it('explains itself', () => {
    const site = scratchSite();
    for (const args of [['aprove'], ['import'], ['--nonsense'], ['approve']]) {
      const { status, stderr } = site.comments(args);
      expect([status, stderr.includes('npm run comments -- review')]).toEqual([2, true]);
    }
    expect(site.comments(['import', 'nothing.json']).stderr).toContain('nothing.json does not exist.');
    site.put('.stet/comments/pending/comment-x.json', '{');
    expect(site.comments(['list']).stderr).toContain('The file cannot be read');
  });
});
