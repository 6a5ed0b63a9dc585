import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Pending } from '../../src/comments/pending.ts';
import { endProcess } from './end-process.ts';
import { scratchLibrary } from './scratch-library.ts';

/** `npm run dev` with comments, some of which wait for approval. */
const library = scratchLibrary('dev-comments');
const folder = join(library.content, 'essays/quay/comments');
const box = join(library.content, '../box');
let server: ChildProcess;
let said = '';

const pending: Pending = {
  submission: {
    id: 'comment-waiting',
    origin: { kind: 'form', address: null },
    page: { slug: 'quay', title: '', address: '', thread: '' },
    block: null,
    quote: null,
    parent: 'comment-jane',
    role: null,
    name: 'Ada',
    email: 'ada@secret.example',
    website: null,
    date: '2026-03-02',
    text: 'Write to ada@secret.example.',
    elapsed: null,
    trap: '',
    token: '',
    notes: [],
    doubts: [],
  },
  essay: 'quay',
  suspicions: [],
  imported: '2026-03-02T10:00:00Z',
};

const write = (text: string) =>
  writeFileSync(join(folder, '2026-03-01-jane.md'), `---\nname: Jane\norigin: form\n---\n\n${text}\n`);

/** The section of comments as the server shows it now. */
async function shown(): Promise<string> {
  const address = /http:\/\/localhost:\d+\//.exec(said)?.[0];
  if (!address) return '';
  const section = select('#comments', fromHtml(await (await fetch(`${address}essays/quay/`)).text()));
  return section ? textOf(section).replaceAll(/\s+/g, ' ') : '';
}

beforeAll(() => {
  library.write(
    'quay',
    'Salt gets into every lock along the quay and no oil keeps it out for a whole winter.',
  );
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(box, 'pending'), { recursive: true });
  write('I was there.');
  const { PATH, HOME } = process.env; // nothing of the test runner's, which the server would take for its own
  const env = {
    ...{ PATH, HOME, STET_CONTENT: library.content, STET_COMMENTS: box },
    ...{ ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
  };
  server = spawn(process.execPath, ['src/commands/dev.ts'], { env });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data) => (said += data));
});
afterAll(() => endProcess(server));

const soon = { timeout: 60_000, interval: 500 };

it('are seen in place and follow each save, also those that wait; a build shows only the approved', async () => {
  await expect.poll(shown, soon).toMatch(/^1 comment ?Jane .*I was there\./);
  expect(library.ledger('quay').comments).toEqual(['comment-jane']);

  write('I was *not* there.');
  await expect.poll(shown, soon).toContain('I was not there.');

  writeFileSync(join(box, 'pending/comment-waiting.json'), JSON.stringify(pending));
  await expect.poll(shown, soon).toMatch(/^2 comments.*Ada .*Waiting for approval: not published/);
  expect(await shown()).not.toContain('secret');
  expect(library.ledger('quay').comments).toEqual(['comment-jane']);

  writeFileSync(join(box, 'pending/comment-waiting.json'), '{');
  await expect.poll(() => said, soon).toMatch(/comment-waiting\.json: .*\[comment\/unreadable-box\]/);
  expect(await shown()).toMatch(/^1 comment ?Jane/);

  writeFileSync(join(box, 'pending/comment-waiting.json'), JSON.stringify(pending));
  await expect.poll(shown, soon).toMatch(/^2 comments/);
  rmSync(join(box, 'pending/comment-waiting.json'));
  await expect.poll(shown, soon).toMatch(/^1 comment ?Jane/);

  writeFileSync(join(box, 'pending/comment-waiting.json'), JSON.stringify(pending));
  process.env['STET_COMMENTS'] = box;
  expect((await library.run('build')).code).toBe(0);
  delete process.env['STET_COMMENTS'];
  const page = readFileSync(join(library.out, 'essays/quay/index.html'), 'utf8');
  expect(page).toContain('id="comment-jane"');
  expect(page).not.toContain('comment-waiting');
});
