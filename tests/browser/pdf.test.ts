import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ElementContent } from 'hast';
import { selectAll } from 'hast-util-select';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { parseSite } from '../site/parsed-site.ts';
import { pdfText } from './pdf-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-pdf-'));
const printed = (content: string, site: string, ...slugs: string[]) =>
  promisify(execFile)(process.execPath, ['src/commands/pdf.ts', ...slugs], {
    env: { ...process.env, STET_CONTENT: content, STET_OUT: site, STET_PDF: folder },
  });

beforeAll(async () => {
  await printed('tests/fixtures/site', inject('site'));
  await printed('tests/specimen', inject('specimen'), 'specimen');
});
afterAll(() => rmSync(folder, { recursive: true }));

const essays = [
  { slug: 'why-lighthouses-go-dark', of: 'site' },
  { slug: 'specimen', of: 'specimen' },
] as const;

/** Without spaces and hyphens, which a line may end with. */
const joined = (text: string) => text.normalize('NFKC').replaceAll(/[\s\u00ad\u2010-]+/g, '');

/** The words that are printed: not those of drawings, nor what a page says twice. */
function wordsIn(node: ElementContent): string[] {
  if (node.type === 'text') return node.value.match(/\p{L}+/gu) ?? [];
  if (node.type !== 'element' || /^(?:svg|math)$/.test(node.tagName)) return [];
  const { ariaHidden, className } = node.properties;
  const isHidden = ariaHidden === 'true' || /pull-quote|embed|heading-link/.test(String(className));
  return isHidden ? [] : node.children.flatMap(wordsIn);
}

describe.each(essays)('the PDF of $slug', ({ slug, of }) => {
  const pdf = () => readFileSync(join(folder, `${slug}.pdf`));
  const textFile = () => readFileSync(join(inject(of), `essays/${slug}/index.txt`));

  it('is tagged, has an outline and a language, and links inside and outside', () => {
    const bytes = pdf().toString('latin1');
    expect(bytes).toMatch(/^%PDF-/);
    expect(bytes).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
    expect(bytes).toMatch(/\/StructTreeRoot \d/);
    expect(bytes).toMatch(/\/Type \/Outlines/);
    expect(bytes).toMatch(/\/Lang \(en\)/);
    expect(bytes).toMatch(/\/Dest \/fn-/);
    expect(bytes).not.toMatch(/\/URI \([^)]*(?:127\.0\.0\.1|localhost)/);
  });

  it('has the address and the version of the text', () => {
    const sum = createHash('sha256').update(textFile()).digest('hex');
    const text = joined(pdfText(pdf()));
    const head = text.slice(0, text.indexOf(sum) + sum.length);
    expect(head).toContain(joined(`https://fixture.example/essays/${slug}/`));
    expect(head.length).toBeLessThan(600); // on the first page
  });

  it('has every word of the text, notes, references and captions included', () => {
    const text = joined(pdfText(pdf()));
    const page = parseSite(inject(of)).pages.find(({ path }) => path === `essays/${slug}/index.html`);
    const prose = selectAll('.prose', page?.tree).flatMap(wordsIn);
    const words = prose.map(joined);
    expect(words.length).toBeGreaterThan(300);
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });
});

it('an essay that is not there is named, with the nearest one', async () => {
  const failed = printed('tests/fixtures/site', inject('site'), 'why-lighthouses-go-dork');
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Do you mean `why-lighthouses-go-dark`?'),
  });
});
