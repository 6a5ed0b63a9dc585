import { isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../document/nearest.ts';
import type { Problem } from '../document/problem.ts';

/**
 * Reads the frontmatter of one file strictly and says everything that is wrong with it.
 * @param file path for the messages
 * @param source the whole text of the file
 */
export function frontmatterProblems(file: string, source: string, schema: z.ZodType): Problem[] {
  const block = /^﻿?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(source);
  if (!block) {
    return [
      {
        file,
        line: 1,
        message:
          'There is no frontmatter. The file must begin with a line `---`, then `title: …` and the other fields, then `---`.',
      },
    ];
  }
  const yaml = block[1] ?? '';
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, maxAliasCount: 0 } as object);
  const lineOf = (offset: number) => lines.linePos(offset).line + 1;
  const broken = document.errors[0];
  if (broken) {
    const [reason = ''] = broken.message.split(/ at line |\n/);
    return [{ file, line: lineOf(broken.pos[0]), message: `The frontmatter is not valid YAML: ${reason}.` }];
  }
  if (!isMap(document.contents)) {
    return [
      {
        file,
        line: 2,
        message: 'The frontmatter has no fields. Write each as `name: value` on a line of its own.',
      },
    ];
  }
  const position = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
        return lineOf(node.range[0]);
    }
    return 1;
  };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return [
      {
        file,
        line: 1,
        message: 'The frontmatter uses YAML aliases (`*name`). Write each value out instead.',
      },
    ];
  }
  const result = schema.safeParse(value);
  if (result.success) return [];
  const fields = fieldNames(schema);
  return result.error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const near = issue.path.length === 0 ? nearest(key, fields) : null;
        const right = near ? `Did you mean \`${near}\`?` : `The fields are: ${fields.join(', ')}.`;
        return {
          file,
          line: keyLine(document.contents, key, lineOf),
          message: `\`${key}\` is not a field of the frontmatter. ${right}`,
        };
      });
    }
    const field = issue.path.map(String).join('.');
    const found = issue.path.length > 0 ? document.getIn(issue.path) : undefined;
    if (found === undefined) {
      const why = issue.code === 'custom' ? issue.message : 'is missing; add it';
      return [{ file, line: position(issue.path), message: `\`${field}\` ${why}.` }];
    }
    const shown = JSON.stringify(found) ?? String(found);
    const sentence = `\`${field}\`: found ${shown}, which ${fault(issue, shown)}`;
    return [
      { file, line: position(issue.path), message: sentence.endsWith('?') ? sentence : `${sentence}.` },
    ];
  });
}

function fault(issue: z.core.$ZodIssue, shown: string): string {
  if (issue.code === 'invalid_type') return `is not ${kinds[issue.expected] ?? `a ${issue.expected}`}`;
  if (issue.code !== 'invalid_value') return issue.message;
  const values = issue.values.map(String);
  const near = nearest(shown.replaceAll('"', ''), values);
  return `is not one of: ${values.join(', ')}${near ? `. Did you mean \`${near}\`?` : ''}`;
}

const kinds: Record<string, string> = {
  string: 'a text; put it in quotation marks',
  array: 'a list; right is `[one, two]`',
  boolean: 'a yes or no; right is true or false, without quotation marks',
  object: 'a group of fields',
  int: 'a whole number',
  number: 'a number',
};

function fieldNames(schema: z.ZodType): string[] {
  return 'shape' in schema && typeof schema.shape === 'object' && schema.shape
    ? Object.keys(schema.shape)
    : [];
}

function keyLine(map: unknown, key: string, lineOf: (offset: number) => number): number {
  if (!isMap(map)) return 1;
  for (const pair of map.items) {
    const node = pair.key;
    if (
      node &&
      typeof node === 'object' &&
      'value' in node &&
      node.value === key &&
      'range' in node &&
      Array.isArray(node.range)
    ) {
      return lineOf(node.range[0]);
    }
  }
  return 1;
}
