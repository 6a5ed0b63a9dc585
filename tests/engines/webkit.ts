import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine, EngineKind } from './engine.ts';
import { type Send, webDriver } from './web-driver.ts';

const driver = '/usr/bin/WebKitWebDriver';
const screen = '/usr/bin/Xvfb';
const browser = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^webkit2?gtk-/.test(name))
      .map((name) => join(folder, name, 'MiniBrowser')),
  )
  .find((path) => existsSync(path));

const missing = [
  ...(existsSync(driver) && browser ? [] : ['webkit2gtk-driver']),
  ...(existsSync(screen) ? [] : ['xvfb']),
];

/** WebKitGTK in its own small browser, on a screen that nobody sees. */
export const webkit: EngineKind = {
  name: 'WebKitGTK',
  missing: missing.length > 0 ? missing.join(', ') : null,
  start: () => start(browser ?? ''),
};

/** Milliseconds in which the driver has to answer, on a busy machine. */
const patience = 60_000;

/** The commands that the journeys send: method and path after that of the session. `{id}` is a parameter. */
const endpoints: Readonly<Record<string, readonly [method: string, path: string]>> = {
  'WebDriver:Navigate': ['POST', '/url'],
  'WebDriver:ExecuteScript': ['POST', '/execute/sync'],
  'WebDriver:FindElement': ['POST', '/element'],
  'WebDriver:ElementClick': ['POST', '/element/{id}/click'],
  'WebDriver:PerformActions': ['POST', '/actions'],
  'WebDriver:SetWindowRect': ['POST', '/window/rect'],
  'WebDriver:Back': ['POST', '/back'],
  'WebDriver:TakeScreenshot': ['GET', '/screenshot'],
};

async function start(binary: string): Promise<Engine> {
  const display = spawn(screen, ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((done, fail) => {
    display.once('error', fail);
    display.stdio[3]?.once('data', (data) => done(String(data).trim()));
  });
  let running = await startDriver(binary, number);
  const send: Send = async (command, { id, ...parameters }) => {
    const [method, path] = endpoints[command] ?? [];
    if (!method || !path) throw new Error(`${command} is not listed.`);
    try {
      return await ask(method, running.session + path.replace('{id}', String(id)), parameters);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'TimeoutError')) throw error;
      running.program.kill('SIGKILL'); // it answers nothing more: the case is tried again with another
      running = await startDriver(binary, number);
      throw new Error(`WebKit did not answer ${command} and was started anew.`);
    }
  };
  return webDriver(send, false, async () => {
    await ask('DELETE', running.session, {});
    await ended(running.program);
    await ended(display);
  });
}

/** @param display number of the screen */
async function startDriver(
  binary: string,
  display: string,
): Promise<{ program: ChildProcess; session: string }> {
  const port = await freePort();
  const program = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
  });
  const address = `http://127.0.0.1:${port}/session`;
  const options = { binary, args: ['--automation'] };
  const opened = await whenReady(() =>
    ask('POST', address, { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }),
  );
  return { program, session: `${address}/${sessionOf(opened)}` };
}

/** Milliseconds in which a driver answers, on a busy machine too. */
const longestAnswer = 60_000;

async function ask(method: string, address: string, parameters: object): Promise<unknown> {
  const body = method === 'POST' ? { body: JSON.stringify(parameters) } : {};
  const answer = await fetch(address, { method, ...body, signal: AbortSignal.timeout(longestAnswer) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`WebKit: ${text.slice(0, 500)}`);
  return JSON.parse(text).value;
}

async function whenReady(open: () => Promise<unknown>): Promise<unknown> {
  const latest = performance.now() + patience;
  for (;;)
    try {
      return await open();
    } catch (error) {
      if (performance.now() > latest) throw error;
      await pause(200);
    }
}

function sessionOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'sessionId' in value) return String(value.sessionId);
  throw new Error(`No session: ${JSON.stringify(value)}`);
}

function ended(program: ChildProcess): Promise<unknown> {
  const over = new Promise((done) => program.once('exit', done));
  program.kill();
  return over;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => done(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });
}
