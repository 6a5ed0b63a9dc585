import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endProcess } from './end-process.ts';
import { scratchLibrary } from './scratch-library.ts';

/** `npm run dev` where some of what is written has mistakes. */
const library = scratchLibrary('dev-mistakes');
const configuration = join(library.content, 'site.ts');
const right = readFileSync(configuration, 'utf8');
const good = ['salt', 'rope', 'tar', 'oil', 'tide'];
const words = (slug: string) => `The first words about ${slug} are here.`;
const soon = { timeout: 60_000, interval: 300 };
let server: ChildProcess;
let printed = '';

/** What is shown at an address, with its status in front. */
async function shown(path: string): Promise<string> {
  const address = [...printed.matchAll(/http:\/\/localhost:\d+/g)].at(-1)?.[0];
  if (!address) return '';
  try {
    const response = await fetch(address + path, { headers: { accept: 'text/html' } });
    return `${response.status} ${await response.text()}`;
  } catch (error) {
    return String(error);
  }
}
const essay = (slug: string) => shown(`/essays/${slug}/`);

/** Every essay but one is shown as it was written. */
async function othersAreThere(bad: string): Promise<void> {
  for (const slug of good.filter((one) => one !== bad)) {
    const page = await essay(slug);
    expect(page).toMatch(/^200/);
    expect(page).toContain(words(slug));
  }
  for (const slug of good.filter((one) => one !== bad)) expect(await shown('/')).toContain(`essays/${slug}/`);
}

function writeWrong(slug: string, frontmatter: string, body: string): void {
  mkdirSync(dirname(library.essay(slug)), { recursive: true });
  writeFileSync(library.essay(slug), `---\n${frontmatter}\n---\n\n${body}\n`);
}
const fields = 'title: A\ndescription: A\npublished: 2026-01-02';

beforeAll(() => {
  for (const slug of good) library.write(slug, words(slug));
  writeWrong('bad', `${fields}\ncolour: red`, 'Text.\n\n<script>alert(1)</script>');
  writeFileSync(configuration, 'export const site = {\n  name: notThere.x,\n};\n');
  const { PATH, HOME } = process.env; // nothing of the test runner's, which the server would take for its own
  const env = { PATH, HOME, STET_CONTENT: library.content, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  server = spawn(process.execPath, ['src/commands/dev.ts'], { env });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data) => (printed += data));
});
afterAll(() => endProcess(server));

it('waits for a configuration that can be read', async () => {
  await expect
    .poll(() => printed, soon)
    .toMatch(
      /site\.ts:2: The code in this file could not be run: notThere is not defined\..*\[site\/not-run\]/,
    );
  expect(printed).toContain('1 error. The site is shown as soon as they are mended.');
  writeFileSync(configuration, right);
  await expect.poll(() => shown('/'), soon).toMatch(/^200/);
});

it('shows the mistakes of an essay at its address, and all others', async () => {
  const page = await essay('bad');
  expect(page).toMatch(/^500 /);
  expect(page).toMatch(
    /bad\/index\.mdx:5:1: `colour` is not a field of the frontmatter\. The fields are: title/,
  );
  expect(page).toMatch(/bad\/index\.mdx:10:1: A text may not have the element/);
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('/@vite/client'); // which loads the page again
  await othersAreThere('bad');
});

it('shows the essay once it is mended', async () => {
  library.write('bad', 'Mended words.');
  await expect.poll(() => essay('bad'), soon).toMatch(/^200 [\s\S]*Mended words\./);
});

it.each([
  ['title: "A\ndescription: A', 'Text.', /tar\/index\.mdx:3:\d+: The frontmatter is not valid YAML/],
  [fields, 'A note[^1].', /tar\/index\.mdx:7:\d+: The note `\[\^1\]` is not defined/],
  [fields, 'A <b>word.', /tar\/index\.mdx:7:\d+: `&#x3C;b>` begins here and is never closed/],
])(
  'shows what is wrong with one that is broken while the server runs',
  async (frontmatter, body, sentence) => {
    writeWrong('tar', frontmatter, body);
    await expect.poll(() => essay('tar'), soon).toMatch(sentence);
    expect(await essay('tar')).toMatch(/^500/);
    await othersAreThere('tar');
    library.write('tar', words('tar'));
    await expect.poll(() => essay('tar'), soon).toMatch(/^200/);
  },
);

it('names a bibliography that cannot be read', async () => {
  const bibliography = join(dirname(library.essay('oil')), 'references.json');
  writeFileSync(bibliography, '[{"id":');
  writeWrong('oil', fields, 'After [@smith].');
  await expect
    .poll(() => essay('oil'), soon)
    .toMatch(/^500 [\s\S]*oil\/references\.json: The bibliography could not be read/);
  await othersAreThere('oil');
  rmSync(bibliography);
  library.write('oil', words('oil'));
  await expect.poll(() => essay('oil'), soon).toMatch(/^200/);
  expect(printed).not.toMatch(/^ +at /m);
});

it('goes on with the configuration that it has while that is wrong, and takes the new one when it is right', async () => {
  const { pid } = server;
  writeFileSync(configuration, right.replace(/name: .*/, "name: '',\n  colour: 'red',"));
  await expect
    .poll(() => printed, soon)
    .toMatch(/site\.ts: `site\.colour` is not a field of the configuration/);
  await othersAreThere('');
  writeFileSync(configuration, right.replace(/name: .*/, "name: 'Another Name',"));
  await expect.poll(() => shown('/'), soon).toMatch(/^200 [\s\S]*Another Name/);
  await othersAreThere('');
  expect(server.pid).toBe(pid);
  expect(server.exitCode).toBeNull();
});

it('stays where code of a text would end it', async () => {
  writeWrong('rope', fields, 'A {process.exit(0)}.');
  await expect
    .poll(async () => (await essay('rope')) && printed, soon)
    .toMatch(
      /rope\/index\.mdx: Code in this text ends the process \(`process\.exit` and the like\)\. Remove it\./,
    );
  await othersAreThere('rope');
  library.write('rope', words('rope'));
  await expect.poll(() => essay('rope'), soon).toContain(words('rope'));
});
