import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { cmsConfiguration } from '../../../src/cms/cms-configuration.ts';
import { frontmatterSchema } from '../../../src/document/frontmatter.ts';
import { frontmatterJsonSchema } from '../../../src/document/frontmatter-json-schema.ts';

const schema = frontmatterJsonSchema(readFileSync('src/document/frontmatter.ts', 'utf8'));

it('is the file for editors (after a change: `node src/commands/schema.ts`)', () => {
  expect(JSON.parse(readFileSync('src/document/frontmatter.schema.json', 'utf8'))).toEqual(schema);
});

it('has every field, with its description, and dates as dates', () => {
  expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(frontmatterSchema.shape));
  for (const [name, { description }] of Object.entries(schema.properties ?? {}))
    expect(description, name).toMatch(/\w/);
  expect(schema.properties?.['published']).toMatchObject({ type: 'string', format: 'date' });
  expect(schema.properties?.['updated']).toMatchObject({ type: 'string', format: 'date' });
  expect(schema.properties?.['status']?.enum).toEqual(['notes', 'in progress', 'finished']);
  expect(schema.additionalProperties).toBe(false);
});

it('makes a form of every field that has one', () => {
  const made = parse(cmsConfiguration(schema, { backend: 'github', name: 'a/b', branch: 'main' }));
  expect(made.backend).toEqual({ name: 'github', repo: 'a/b', branch: 'main' });
  const [{ fields, folder, path }] = made.collections;
  expect([folder, path]).toEqual(['content/essays', '{{slug}}/index']);
  const widgets = Object.fromEntries(
    fields.map((one: { name: string; widget: string }) => [one.name, one.widget]),
  );
  expect(widgets).toMatchObject({
    title: 'string',
    description: 'text',
    published: 'datetime',
    draft: 'boolean',
    topics: 'list',
    series: 'object',
    status: 'select',
    changes: 'list',
    body: 'markdown',
  });
  const missing = Object.keys(frontmatterSchema.shape).filter((name) => !(name in widgets));
  expect(missing).toEqual(['keywords']);
});
