import { stringify } from 'yaml';
import type { JsonSchema } from '../document/frontmatter-json-schema.ts';

/** One field of a form, as Sveltia CMS and Decap CMS read it. */
interface Field {
  name: string;
  label: string;
  widget: string;
  required?: boolean;
  hint?: string;
  default?: unknown;
  options?: (string | number)[];
  format?: string;
  time_format?: boolean;
  value_type?: string;
  fields?: Field[];
  field?: Field;
}

/** Where the texts are kept. */
export interface Repository {
  /** `github` or `gitlab`. */
  backend: string;
  /** `owner/name`. */
  name: string;
  branch: string;
}

/**
 * The configuration by which Sveltia CMS or Decap CMS shows a form for essays, so that one can write without git.
 * @param schema of the frontmatter
 */
export function cmsConfiguration(schema: JsonSchema, { backend, name, branch }: Repository): string {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).flatMap(([field, value]) =>
    value.additionalProperties !== undefined && value.properties === undefined
      ? [] // names that nobody knows ahead have no form
      : [fieldOf(field, value, required.has(field))],
  );
  const collection = {
    name: 'essays',
    label: 'Essays',
    folder: 'content/essays',
    path: '{{slug}}/index',
    create: true,
    extension: 'md',
    format: 'yaml-frontmatter',
    media_folder: '',
    public_folder: '.',
    summary: '{{title}} ({{published}})',
    sortable_fields: ['published', 'title'],
    fields: [...fields, { name: 'body', label: 'Text', widget: 'markdown' }],
  };
  const configuration = {
    backend: { name: backend, repo: name, branch },
    media_folder: 'public',
    public_folder: '/',
    slug: { encoding: 'ascii', clean_accents: true },
    collections: [collection],
  };
  return stringify(configuration, { lineWidth: 0, aliasDuplicateObjects: false });
}

function fieldOf(name: string, schema: JsonSchema, isRequired: boolean): Field {
  const common = {
    name,
    label: `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    ...(isRequired ? {} : { required: false }),
    ...(schema.description === undefined ? {} : { hint: schema.description }),
  };
  if (name === 'draft') return { ...common, widget: 'boolean', default: true }; // nothing is published by accident
  if (schema.enum) return { ...common, widget: 'select', options: schema.enum, ...withDefault(schema) };
  if (schema.format === 'date')
    return { ...common, widget: 'datetime', format: 'YYYY-MM-DD', time_format: false };
  if (schema.type === 'boolean') return { ...common, widget: 'boolean', ...withDefault(schema) };
  if (schema.type === 'integer') return { ...common, widget: 'number', value_type: 'int' };
  if (schema.type === 'object') return { ...common, widget: 'object', fields: fieldsOf(schema) };
  if (schema.type === 'array') {
    const isGroup = schema.items?.properties !== undefined;
    return {
      ...common,
      widget: 'list',
      ...(isGroup && schema.items ? { fields: fieldsOf(schema.items) } : {}),
    };
  }
  return { ...common, widget: (schema.maxLength ?? 0) > 200 ? 'text' : 'string' };
}

function fieldsOf({ properties, required = [] }: JsonSchema): Field[] {
  return Object.entries(properties ?? {}).map(([name, value]) =>
    fieldOf(name, value, required.includes(name)),
  );
}

function withDefault({ default: value }: JsonSchema): Pick<Field, 'default'> {
  return value === undefined ? {} : { default: value };
}
