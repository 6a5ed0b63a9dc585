import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine, EngineKind } from './engine.ts';
import { type Send, webDriver } from './web-driver.ts';

const program = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));

/** Firefox, driven by Marionette, its own protocol: Debian has no driver program. */
export const firefox: EngineKind = {
  name: 'Firefox',
  missing: program ? null : 'firefox-esr',
  start: () => start(program ?? ''),
};

/** Milliseconds in which Firefox has to start, on a busy machine. */
const patience = 90_000;

/** A clean profile, no page at the start, no question to anyone, and one theme whatever the system has. */
const settings: Readonly<Record<string, unknown>> = {
  'marionette.port': 0,
  'browser.startup.page': 0,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'ui.systemUsesDarkTheme': 0,
};

async function start(path: string): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const lines = Object.entries(settings).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--marionette', '--headless', '--no-remote', '--profile', profile];
  const browser = spawn(path, args, { stdio: 'ignore', env: { ...process.env, HOME: profile } });
  const ended = new Promise((done) => browser.once('exit', done));
  const { send, end } = await marionette(await portOf(profile));
  await send('WebDriver:NewSession', {});
  const sent: Send = async (command, parameters) => {
    const answer = await send(command, parameters);
    const isWrapped = typeof answer === 'object' && answer !== null && 'value' in answer;
    return isWrapped ? answer.value : answer;
  };
  return webDriver(sent, true, async () => {
    end();
    browser.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}

async function portOf(profile: string): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  const latest = performance.now() + patience;
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    if (performance.now() > latest) throw new Error('Firefox did not start.');
    await pause(100);
  }
  return Number(readFileSync(file, 'utf8'));
}

/** Connects to Marionette, whose messages are JSON after their length in bytes and a colon. */
async function marionette(port: number): Promise<{ send: Send; end(): void }> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  let received = Buffer.alloc(0);
  let last = 0;
  const greeted = new Promise<void>((done, fail) => {
    socket.once('error', fail);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      for (let message = next(); message !== null; message = next()) {
        if (!Array.isArray(message)) {
          done(); // what it is, once at the beginning
          continue;
        }
        const [, id, error, result] = message;
        const { done: answer, fail: refuse } = waiting.get(id) ?? { done() {}, fail() {} };
        waiting.delete(id);
        if (error) refuse(new Error(`Firefox: ${JSON.stringify(error).slice(0, 500)}`));
        else answer(result);
      }
    });
  });
  const next = (): unknown => {
    const colon = received.indexOf(':');
    const length = Number(received.subarray(0, Math.max(0, colon)).toString());
    if (colon < 0 || received.length < colon + 1 + length) return null;
    const message: unknown = JSON.parse(received.subarray(colon + 1, colon + 1 + length).toString());
    received = received.subarray(colon + 1 + length);
    return message;
  };
  await greeted;
  return {
    send: (command, parameters) =>
      new Promise((done, fail) => {
        last += 1;
        waiting.set(last, { done, fail });
        const message = JSON.stringify([0, last, command, parameters]);
        socket.write(`${Buffer.byteLength(message)}:${message}`);
      }),
    end: () => socket.destroy(),
  };
}
