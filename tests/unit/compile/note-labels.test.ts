import { expect, it } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';

const labels = [
  '1',
  'ä',
  '漢',
  'a"b',
  'a%b',
  'a<b',
  'a&b',
  'a|b',
  "smith's",
  'a(b)',
  'a.b',
  'a\\b',
  'x:y',
  '100%25',
];

it.each(labels)('a note can be called %j, and its links lead to its text and back', async (label) => {
  const text = `Words.[^${label}] And again.[^${label}]\n\n[^${label}]: The words of a note.\n`;
  const { html, problems } = await compiledInFolder(text);
  expect(problems).toEqual([]);
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => unescaped(id));
  const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, href = '']) => unescaped(href));
  expect(links).toHaveLength(4);
  for (const link of links) {
    expect(ids).toContain(decodeURIComponent(link));
    expect(link).not.toMatch(/["'()<>\s]/); // where an address ends in a text
  }
});

function unescaped(text: string): string {
  return text.replaceAll(/&#x([\dA-F]+);/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
