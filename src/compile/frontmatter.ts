import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { beginningOf } from '../document/beginning-of.ts';
import { nearest } from '../document/nearest.ts';
import { ownFieldName } from '../document/other-field-names.ts';
import { type Position, type Problem, problem } from '../document/problem.ts';
import { fieldsAt, ruleOf } from '../document/schema-rules.ts';
import { tomlProblem } from './toml-frontmatter.ts';

/** Frontmatter that follows its schema, or everything that is wrong with it. */
export type FrontmatterRead<Schema extends z.ZodType> =
  | { metadata: z.output<Schema> }
  | { problems: Problem[] };

/**
 * Reads the frontmatter of one file strictly.
 * @param file path for the messages
 * @param source the whole text of the file
 */
export function readFrontmatter<Schema extends z.ZodType>(
  file: string,
  source: string,
  schema: Schema,
): FrontmatterRead<Schema> {
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(source);
  if (!block) {
    const missing = problem('frontmatter/missing', {}, { file, line: 1 });
    return { problems: [tomlProblem(file, source) ?? missing] };
  }
  const lines = new LineCounter();
  const document = parseDocument(block[1] ?? '', { lineCounter: lines });
  const at = (offset: number | undefined): Position => {
    if (offset === undefined) return { file, line: 1 };
    const { line, col } = lines.linePos(offset);
    return { file, line: line + 1, column: col }; // the line `---` comes before
  };
  const broken = document.errors[0];
  if (broken) {
    const [reason = ''] = broken.message.split(/ at line |\n/);
    return { problems: [problem('frontmatter/invalid-yaml', { reason }, at(broken.pos[0]))] };
  }
  const fields = document.contents;
  if (!isMap(fields)) return { problems: [problem('frontmatter/no-fields', {}, { file, line: 2 })] };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { problems: [problem('frontmatter/alias', {}, { file, line: 1 })] };
  }
  const result = schema.safeParse(value);
  if (result.success) return { metadata: result.data };
  /** Where the value at a path begins, or the innermost group around it that is there. */
  const position = (path: readonly PropertyKey[]): Position => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return at(undefined);
  };
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, issue.path);
      const group = issue.path.length > 0 ? document.getIn(issue.path, true) : fields;
      return issue.keys.map((key) => {
        const values = { field: [...issue.path, key].map(String).join('.'), fields: known.join(', ') };
        const own = known.find((one) => one === ownFieldName(key));
        const near = own ?? nearest(key, known);
        return problem('frontmatter/unknown-field', values, at(keyOffset(group, key)), near);
      });
    }
    const field = issue.path.map(String).join('.');
    const found = issue.path.length > 0 ? document.getIn(issue.path) : undefined;
    if (found === undefined) {
      return [problem('frontmatter/missing-field', { field }, position(issue.path))];
    }
    const near = issue.code === 'invalid_value' ? nearest(String(found), issue.values.map(String)) : null;
    const values = { field, rule: ruleOf(issue), found: beginningOf(JSON.stringify(found) ?? String(found)) };
    return [problem('frontmatter/invalid-value', values, position(issue.path), near)];
  });
  return { problems };
}

/** Where a key of a group begins. */
function keyOffset(group: unknown, key: string): number | undefined {
  if (!isMap(group)) return undefined;
  const pair = group.items.find((item) => isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
