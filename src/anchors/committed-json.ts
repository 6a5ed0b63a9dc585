import type { z } from 'zod';

/** What is wrong with a file that could not be read, as the end of a sentence that begins with its name. */
export interface Unreadable {
  /** Counted from 1; 0 where the whole file is meant. */
  line: number;
  message: string;
}

/**
 * Reads a JSON file that commands keep and that authors commit.
 * @param version the version of its format that this code knows
 * @returns what it holds, or what is wrong with it in words
 */
export function readCommitted<Schema extends z.ZodType>(
  schema: Schema,
  version: number,
  json: string,
): z.output<Schema> | Unreadable {
  const text = json.replace(/^\uFEFF/, '');
  const conflict = text.split(/\r?\n/).findIndex((line) => /^(?:<{7}|={7}|>{7})(?: |$)/.test(line));
  if (conflict >= 0) {
    const message =
      'was changed by two branches, and their conflict begins here. Take either side whole (`git checkout --ours -- ` and this file), then run `npm run anchors -- accept`: while the merge is open, it brings back what the other side published';
    return { line: conflict + 1, message };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message =
      'is not valid JSON. Take it back from your last commit (`git checkout -- ` and this file), then run `npm run anchors -- accept`';
    return { line: lineOf(error, text), message };
  }
  const found = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof found === 'number' && found > version) {
    const message = `has version ${found} of its format, and this code knows no version after ${version}. Bring the code up to date; the file is right as it is`;
    return { line: 0, message };
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return { line: 0, message: `has a mistake at \`${issue?.path.join('.') ?? ''}\`: ${issue?.message ?? ''}` };
}

/** The line a JSON parser names, by line or by position; 0 where it names none. */
function lineOf(error: unknown, text: string): number {
  const told = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(told)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(told)?.[1];
  return position === undefined ? 0 : text.slice(0, Number(position)).split('\n').length;
}
