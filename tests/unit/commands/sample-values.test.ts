import { expect, it } from 'vitest';
import { sampleValues } from '../../../src/commands/sample-values.ts';
import { formatProblem } from '../../../src/document/problem.ts';

const text = `export const site = {
  name: 'A',
  url: 'https://stet.example/',
  comments: { send: { by: 'mail', address: 'comments@stet.example' } },
};`;
const mail = (address: string) => ({ send: { by: 'mail' as const, address } });
const said = (...given: Parameters<typeof sampleValues>) => sampleValues(...given).map(formatProblem);

it('are an address and a mailbox under `.example`, each at its line', () => {
  const site = { url: 'https://stet.example/' as const, comments: mail('comments@stet.example') };
  expect(said(site, text, 'content/site.ts')).toEqual([
    expect.stringMatching(
      /^content\/site\.ts:3: `url` is `https:\/\/stet\.example\/`.*\[site\/sample-url\]$/,
    ),
    expect.stringMatching(
      /^content\/site\.ts:4: Comments are sent to `comments@stet\.example`.*\[site\/sample-mailbox\]$/,
    ),
  ]);
});

it('are found under any name and port, and where the text does not write them in one piece', () => {
  const site = { url: 'https://My-Essays.Example:8443/a/' as const };
  expect(said(site, text, 'content/site.ts')).toEqual([
    expect.stringMatching(/^content\/site\.ts: `url` is/),
  ]);
});

it('are not what an owner wrote', () => {
  const site = { url: 'https://example.com/' as const, comments: mail('anna@notexample') };
  expect(said(site, text, 'content/site.ts')).toEqual([]);
  expect(said({ url: 'https://a.example.org/', comments: {} }, text, 'content/site.ts')).toEqual([]);
  const form = { by: 'form' as const, action: 'https://a.example/' };
  expect(said({ url: 'https://a.org/', comments: { send: form } }, text, 'content/site.ts')).toEqual([]);
});

it('are not looked for in the guide and in the libraries of tests', () => {
  expect(said({ url: 'https://stet.example/' }, text, 'docs/writing/site.ts')).toEqual([]);
});
