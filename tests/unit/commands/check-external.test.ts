import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = resolve('.stet/external-site');
const server = createServer((request, response) => {
  response.writeHead(request.url === '/gone' ? 404 : 200).end();
});
let base = '';

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => void server.close());

function check(): Promise<{ code: number; output: string }> {
  const env = { ...process.env, STET_OUT: folder };
  return new Promise((done) => {
    execFile(process.execPath, ['src/commands/check-external.ts'], { env }, (error, output, errors) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, output: `${output}${errors}` }),
    );
  });
}

function write(...paths: string[]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const links = paths.map((path) => `<a href="${base}${path}">there</a>`).join('');
  writeFileSync(`${folder}/index.html`, `<!doctype html><title>A</title><p id="a">${links}</p>`);
}

it('says what did not answer and where it is written, and ends with 1', async () => {
  write('/fine#part', '/gone');
  const { code, output } = await check();
  expect(code).toBe(1);
  expect(output).toContain('2 addresses at 1 hosts');
  expect(output).toContain(`index.html: The link \`${base}/gone\` does not work: 404 Not Found.`);
  expect(output).toContain('1 answered, 1 did not');
  const report: unknown = JSON.parse(readFileSync('.stet/external-links.json', 'utf8'));
  expect(report).toMatchObject([{ address: `${base}/fine`, fine: true }, { fine: false }]);
});

it('ends with 0 where all answered, and with 2 where there is no site', async () => {
  write('/fine');
  expect((await check()).code).toBe(0);
  rmSync(folder, { recursive: true });
  expect(await check()).toEqual({ code: 2, output: expect.stringContaining('npm run build') });
});
