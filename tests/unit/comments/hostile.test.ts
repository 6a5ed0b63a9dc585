import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { afterAll, describe, expect, it } from 'vitest';
import { approved } from '../../../src/comments/approve.ts';
import { type Comment, isPublicAddress } from '../../../src/comments/comment.ts';
import { parseComment } from '../../../src/comments/comment-file.ts';
import type { Parsed } from '../../../src/comments/import/parsed.ts';
import { readDelivery } from '../../../src/comments/import/read-file.ts';
import { commentTree } from '../../../src/comments/safe-markdown.ts';
import { commentSource } from '../../../src/document/comment-source.ts';
import { visit } from '../../../src/document/visit.ts';
import { deliveries, endpointDatabase, type Fields, issoDatabase } from './deliveries.ts';
import { payloads } from './hostile.ts';

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const allowed = new Set(['p', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'br']);

/** What no text may have, wherever it came from. */
const unwanted =
  /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B\uFEFF\u{E0000}-\u{E007F}]|\p{Cs}|\p{M}{20}/u;

/** The same text comes through many imports. */
const seen = new Map<string, string[]>();

/** Every reason why a tree would not be safe to show. */
function faults(text: string): string[] {
  const found = seen.get(text) ?? faultsOfTree(text);
  seen.set(text, found);
  return found;
}

function faultsOfTree(text: string): string[] {
  const children = commentTree(text);
  const found: string[] = [];
  const inspect = (node: Element, depth: number) => {
    if (!allowed.has(node.tagName)) found.push(`element ${node.tagName}`);
    if (depth > 20) found.push('too deep');
    for (const [name, value] of Object.entries(node.properties)) {
      const isRight =
        (name === 'href' &&
          node.tagName === 'a' &&
          isPublicAddress(String(value)) &&
          /^https?:\/\//.test(String(value))) ||
        (name === 'rel' && String(value) === 'ugc,nofollow,noopener') ||
        (name === 'dir' && value === 'auto') ||
        (name === 'start' && Number(value) >= 0 && Number(value) <= 999);
      if (!isRight) found.push(`${node.tagName} ${name}=${String(value)}`);
    }
    if (node.tagName === 'a' && !('rel' in node.properties && 'href' in node.properties))
      found.push('link without rel');
    for (const child of node.children) check(child, depth + 1);
  };
  const check = (node: (typeof children)[number], depth: number) => {
    if (node.type === 'element') inspect(node, depth);
    else if (node.type !== 'text') found.push(`node ${node.type}`);
    else if (unwanted.test(node.value)) found.push(`text ${JSON.stringify(node.value.slice(0, 80))}`);
  };
  for (const node of children) check(node, 0);
  // what a browser makes of the page is what was meant
  const names = (tree: Parameters<typeof visit>[0]) => {
    const list: string[] = [];
    visit(tree, 'element', (node: Element) => {
      list.push(node.tagName);
    });
    return list.join(' ');
  };
  const meant = { type: 'root' as const, children };
  const shown = fromHtml(toHtml(meant), { fragment: true });
  if (names(meant) !== names(shown)) found.push(`${names(meant)} is read as ${names(shown)}`);
  return found;
}

function faultsOf(comment: Comment): string[] {
  const { name, website, quote, block, parent, origin } = comment;
  const lines = [name, quote ?? '', block ?? '', parent ?? ''];
  const file = `2026-01-01-${comment.id.slice(8)}.md`;
  const again = parseComment(file, commentSource(comment));
  return [
    ...lines
      .filter((line) => unwanted.test(line) || /[\n\t]/.test(line))
      .map((line) => `line ${JSON.stringify(line)}`),
    ...(name.length > 80 || name === '' ? ['name'] : []),
    ...[website, origin.address].filter((one) => one !== null && !isPublicAddress(one)).map(String),
    ...(JSON.stringify(again) === JSON.stringify(comment)
      ? []
      : [`reads back as ${JSON.stringify(again).slice(0, 300)}`]),
    ...faults(comment.text),
  ];
}

/** What is wrong with anything that a file delivers, after approval. */
function faultsIn(parsed: Parsed): string[] {
  return parsed.submissions.flatMap((submission) => {
    const comment = approved({
      submission,
      essay: 'tides',
      suspicions: [],
      imported: '2026-06-01T00:00:00Z',
    });
    return typeof comment === 'string' ? faults(submission.text) : faultsOf(comment);
  });
}

const everywhere = (payload: string): Fields => ({
  essay: payload,
  block: payload,
  quote: payload,
  parent: payload,
  name: payload,
  email: payload,
  website: payload,
  comment: payload,
});

describe('hostile comments', () => {
  it('are at least 150 kinds', () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(150);
  });

  it.each(Object.keys(deliveries(everywhere('x'))))('do nothing through %s', async (name) => {
    const broken: Record<string, string[]> = {};
    const path = join(folder, name);
    let submissions = 0;
    for (const payload of payloads) {
      writeFileSync(path, deliveries(everywhere(payload))[name] ?? '');
      const parsed = await readDelivery(path);
      submissions += parsed.submissions.length;
      const found = faultsIn(parsed);
      if (found.length > 0) broken[payload.slice(0, 100)] = found.slice(0, 3);
      if (parsed.submissions.length + parsed.skipped.length === 0)
        broken[payload.slice(0, 100)] = ['lost in silence'];
    }
    expect(broken).toEqual({});
    expect(submissions).toBeGreaterThan(payloads.length / 2); // the test did look at something
  });

  it('do nothing through the databases', () => {
    const all = payloads.map((payload) => everywhere(payload));
    endpointDatabase(join(folder, 'endpoint.db'), all);
    issoDatabase(join(folder, 'isso.db'), all);
    return Promise.all(
      ['endpoint.db', 'isso.db'].map(async (name) => {
        const parsed = await readDelivery(join(folder, name));
        expect(parsed.submissions.length + parsed.skipped.length).toBe(payloads.length);
        expect(faultsIn(parsed)).toEqual([]);
      }),
    );
  });

  it('take no longer than a second of the processor each to show', () => {
    const slow = payloads.filter((payload) => {
      const start = process.cpuUsage();
      commentTree(payload);
      return process.cpuUsage(start).user > 1_000_000;
    });
    expect(slow.map((payload) => payload.slice(0, 60))).toEqual([]);
  });
});
