import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endProcess } from './end-process.ts';
import { scratchLibrary } from './scratch-library.ts';

/** `npm run dev` as an author has it open beside the editor. */
const library = scratchLibrary('dev-ledger');
const salt = 'Salt gets into every lock along the quay and no oil keeps it out for a whole winter.';
const lamp = 'The lamp on the outer mole is lit by hand, which is why it is late on stormy evenings.';
let server: ChildProcess;
let output = '';

/** Waits until the server has printed something new. */
async function printed(pattern: RegExp) {
  await expect.poll(() => output, { timeout: 60_000 }).toMatch(pattern);
  output = '';
}

beforeAll(() => {
  library.write('quay', salt, lamp);
  const { PATH, HOME } = process.env; // nothing of the test runner's, which the server would take for its own
  const env = { PATH, HOME, STET_CONTENT: library.content, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  server = spawn(process.execPath, ['src/commands/dev.ts'], { env });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data) => (output += data));
});
afterAll(() => endProcess(server));

it('updates the ledger at every save, and prints what is missing without stopping', async () => {
  await printed(/quay\/anchors\.json: 2 new ids\. Commit this file[\s\S]*watching for file changes/);
  const id = library.idOf('quay', 'The lamp');

  library.edit('quay', lamp, lamp.replace('by hand', 'by the keeper'));
  await printed(/quay\/anchors\.json: 1 carried to changed text\./);
  expect(library.idOf('quay', 'The lamp on the outer mole is lit by the keeper')).toBe(id);

  const ledger = readFileSync(library.ledgerFile('quay'), 'utf8');
  library.edit(
    'quay',
    salt,
    'A wholly other beginning: nobody sails on Fridays, and few remember whose rule it was.',
  );
  await printed(/quay\/index\.mdx:7: .* was before this line: “Salt[\s\S]*npm run anchors -- accept/);
  expect(readFileSync(library.ledgerFile('quay'), 'utf8')).toBe(ledger);

  library.edit('quay', 'A wholly other', `${salt}\n\nA wholly other`);
  await printed(/quay\/anchors\.json: 1 new id\./);

  renameSync(dirname(library.essay('quay')), `${library.content}/quay-aside`);
  await printed(
    /published\.json:4: The essay “The quay” is missing\. It was published at `\/essays\/quay\/`/,
  );
});
