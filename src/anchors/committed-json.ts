import type { z } from 'zod';

/** What is wrong with a file, as the end of a sentence that begins with its name. */
export interface Unreadable {
  /** Counted from 1; 0 for the whole file. */
  line: number;
  message: string;
}

/**
 * Reads a JSON file that commands write and that authors commit.
 * @param version the version of its format that this code reads
 * @returns the parsed content, or a message about what is wrong with it
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
      'has a merge conflict on this line. Run `npm run anchors -- repair`: it keeps what both sides published';
    return { line: conflict + 1, message };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message =
      'is not valid JSON. Run `npm run anchors -- repair`, or restore it from your last commit (`git checkout -- ` and this file)';
    return { line: lineOf(error, text), message };
  }
  const found = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof found === 'number' && found > version) {
    const message = `has version ${found} of its format; this code reads version ${version}. Update the code and do not change the file`;
    return { line: 0, message };
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return { line: 0, message: `has an error at \`${issue?.path.join('.') ?? ''}\`: ${issue?.message ?? ''}` };
}

/** The line in the message of a JSON parser, which has a line or a position; 0 where it has neither. */
function lineOf(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? 0 : text.slice(0, Number(position)).split('\n').length;
}
