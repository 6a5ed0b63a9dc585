import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { contentId } from '../../../src/upgrade/content-id.ts';
import { mergedLines } from '../../../src/upgrade/ownership.ts';

it('is the id that git gives to a file, whatever its line ends', () => {
  const input = 'Ångström\nłódź\n';
  const id = execFileSync('git', ['hash-object', '--stdin'], { input, encoding: 'utf8' }).trim();
  expect(contentId(Buffer.from(input))).toBe(id);
  expect(contentId(Buffer.from(input.replaceAll('\n', '\r\n')))).toBe(id);
  expect(contentId(Buffer.from(input), 'f'.repeat(64))).toHaveLength(64);
});

it('does not change what is no text', () => {
  expect(contentId(Buffer.from('\0\r\n'))).not.toBe(contentId(Buffer.from('\0\n')));
});

it('puts lines that the owner lacks before theirs', () => {
  expect(mergedLines('dist\r\n!dist/keep\r\n', 'dist\nnew\n')).toBe('new\ndist\n!dist/keep\n');
});
