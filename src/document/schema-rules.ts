import { z } from 'zod';

/** What a value must be, as the end of a sentence that begins with its field. */
export function ruleOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be ${kinds[issue.expected] ?? `a ${issue.expected}`}`;
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_union') {
    const [first] = issue.errors[0] ?? []; // of a text, where one is among what it may be
    if (first && first.code !== 'invalid_type') return ruleOf(first);
  }
  return issue.message;
}

const kinds: Record<string, string> = {
  string: 'text (put it in quotation marks)',
  array: 'a list such as [one, two]',
  boolean: 'true or false, without quotation marks',
  object: 'a group of fields',
  record: 'a group of fields',
  int: 'a whole number',
  number: 'a number',
};

/** The names of the fields that a schema has at a path. */
export function fieldsAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return fieldsAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return fieldsAt(schema.in, path);
  if (schema instanceof z.ZodArray) return fieldsAt(schema.element, path.slice(1));
  if (schema instanceof z.ZodUnion)
    return [...new Set(schema.options.flatMap((option) => fieldsAt(option, path)))];
  if (!(schema instanceof z.ZodObject)) return [];
  const [name, ...rest] = path;
  return name === undefined ? Object.keys(schema.shape) : fieldsAt(schema.shape[String(name)], rest);
}
