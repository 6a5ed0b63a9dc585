import { z } from 'zod';
import { frontmatterSchema } from './frontmatter.ts';

/** A JSON Schema of one value, as far as forms and editors need it. */
export interface JsonSchema {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: (string | number)[];
  pattern?: string;
  format?: string;
  maxLength?: number;
  minimum?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  required?: string[];
}

/**
 * The JSON Schema of an essay's frontmatter, made from the schema that checks it.
 * @param source the text of `frontmatter.ts`: the comment above each field is its description
 */
export function frontmatterJsonSchema(source: string): JsonSchema {
  const generated = z.toJSONSchema(frontmatterSchema, {
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (isDate(zodSchema)) Object.assign(jsonSchema, { type: 'string', format: 'date' });
    },
  });
  const made: JsonSchema = JSON.parse(JSON.stringify(generated));
  const descriptions = descriptionsIn(source);
  for (const [name, field] of Object.entries(made.properties ?? {})) {
    const description = descriptions.get(name);
    if (description !== undefined) field.description = description;
  }
  return { ...made, required: ['title', 'description', 'published'] };
}

/** A value that YAML may have turned into a Date. */
function isDate(schema: unknown): boolean {
  return schema instanceof z.ZodPipe && schema.in instanceof z.ZodTransform;
}

/** The comment above each field, on one line. */
function descriptionsIn(source: string): Map<string, string> {
  const found = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+):/g);
  return new Map(
    [...found].map((match) => [
      match[2] ?? '',
      (match[1] ?? '')
        .replaceAll(/^\s*\*/gm, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ]),
  );
}
