import { expect, it } from 'vitest';
import { buildDay } from '../../../src/commands/build-day.ts';
import { site } from '../../../src/site.ts';

const closing = { ...site, comments: { closeAfterDays: 30 } };
const day = (args: readonly string[], env: NodeJS.ProcessEnv = {}, settings = closing) =>
  buildDay(settings, ['node', 'build.ts', ...args], env, 'content/site.ts');

it('comes from the command or from the variable, the command first', () => {
  expect(day(['--day', '2026-11-25'], { STET_DAY: '2026-01-01' })).toBe('2026-11-25');
  expect(day(['--day=2026-11-25'])).toBe('2026-11-25');
  expect(day([], { STET_DAY: '2026-01-01' })).toBe('2026-01-01');
});

it('is asked for where comments close', () => {
  expect(() => day([])).toThrow(
    /content\/site\.ts: .*`npm run build -- --day 2026-11-25`.* \[site\/no-day\]/,
  );
  expect(buildDay(site, [], {}, '')).toBeNull();
  expect(buildDay(site, [], { STET_DAY: '2026-01-01' }, '')).toBe('2026-01-01');
});

it.each(['', 'today', '2026-2-3', '2026-02-30'])('is a day: %j is none', (found) => {
  expect(() => day(['--day', found])).toThrow(/\[site\/invalid-day\]/);
});
