import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fieldExamples } from '../../../src/document/field-examples.ts';
import { fieldTable } from '../../../src/document/field-table.ts';
import { frontmatterSchema } from '../../../src/document/frontmatter.ts';

const table = fieldTable(readFileSync('src/document/frontmatter.ts', 'utf8'));
const rowOf = (field: string) => table.split('\n').find((row) => row.startsWith(`| \`${field}\` |`));
const needed = { title: 'A', description: 'A', published: '2026-01-01' };

describe('the table of fields', () => {
  it('is the one in the guide (after a change: `node src/commands/field-table.ts`)', () => {
    expect(readFileSync('docs/writing/essays/fields/index.md', 'utf8')).toContain(`\n\n${table}\n\n`);
  });

  it('says of each field what it does, whether it is needed, and what it may be', () => {
    expect(rowOf('title')).toBe(
      "| `title` | The essay's title, as it is at the head of the page and in the list of essays. Needed. At most 160 characters. | `title: On tides` |",
    );
    expect(rowOf('subtitle')).not.toContain('Needed');
    expect(rowOf('status')).toContain('One of `notes`, `in progress`, `finished`; without it `finished`.');
    expect(rowOf('history')).toContain('One of `dates`, `words`, `off`. |');
  });
});

describe('the examples of fields', () => {
  it.each(Object.entries(fieldExamples))('has for %s one that is right', (field, example) => {
    const written = parse(example);
    expect(Object.keys(written)).toEqual([field]);
    expect(frontmatterSchema.safeParse({ ...needed, ...written }).error?.issues).toBeUndefined();
    expect(rowOf(field)).toContain(` | \`${example}\` |`);
  });

  it('are of the fields that there are', () => {
    expect(Object.keys(fieldExamples)).toEqual(frontmatterSchema.keyof().options);
  });

  it('make one text together', () => {
    const all = parse(Object.values(fieldExamples).join('\n'));
    expect(frontmatterSchema.safeParse(all).error?.issues).toBeUndefined();
  });
});
