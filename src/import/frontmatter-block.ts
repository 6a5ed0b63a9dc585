import { parse as parseToml, TomlError } from 'smol-toml';
import { parseDocument } from 'yaml';

/** The head of a text of another site. */
export interface FrontmatterBlock {
  fields: Record<string, unknown>;
  /** What comes after it. */
  text: string;
  /** The line on which that begins, counted from 1. */
  line: number;
  /** Why it could be read only in part, as the end of a sentence; null where all is well. */
  fault: string | null;
}

/** Reads frontmatter as YAML between `---`, TOML between `+++`, or JSON, leniently: other programs are lenient too. */
export function readFrontmatterBlock(source: string): FrontmatterBlock {
  const text = source.replace(/^\uFEFF/, '');
  const marks = /^\s*(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)\1[ \t]*(?=\r?\n|$)/.exec(text);
  if (marks) {
    const [whole, mark, block = ''] = marks;
    const read = mark === '+++' ? fromToml(block) : fromYaml(block);
    return { ...read, ...restOf(text, whole.length) };
  }
  const json = /^\{\s*\n[\s\S]*?\n\}[ \t]*(?=\r?\n|$)/.exec(text);
  if (json) {
    try {
      return { fields: asFields(JSON.parse(json[0])), fault: null, ...restOf(text, json[0].length) };
    } catch {} // a text that begins with a brace
  }
  return { fields: {}, text, line: 1, fault: null };
}

function restOf(text: string, end: number): Pick<FrontmatterBlock, 'text' | 'line'> {
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(end))?.[0] ?? '';
  const start = end + blank.length;
  return { text: text.slice(start), line: text.slice(0, start).split('\n').length };
}

function fromToml(block: string): Pick<FrontmatterBlock, 'fields' | 'fault'> {
  try {
    return { fields: asFields(parseToml(block)), fault: null };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { fields: byLine(block, '='), fault: 'is not valid TOML and was read line by line' };
  }
}

function fromYaml(block: string): Pick<FrontmatterBlock, 'fields' | 'fault'> {
  const document = parseDocument(block, { strict: false, uniqueKeys: false, logLevel: 'silent' });
  const fault = 'is not valid YAML and was read line by line';
  if (document.errors.length > 0) return { fields: byLine(block, ':'), fault };
  try {
    return { fields: asFields(document.toJS({ maxAliasCount: 100 })), fault: null };
  } catch {
    return { fields: byLine(block, ':'), fault };
  }
}

/** `name: value` on lines of their own. */
function byLine(block: string, sign: string): Record<string, unknown> {
  const lines = block.split(/\r?\n/).flatMap((line): [string, string][] => {
    const at = line.indexOf(sign);
    if (at < 1 || !/^[\w-]+\s*$/.test(line.slice(0, at))) return [];
    const value = line.slice(at + 1).trim();
    return [[line.slice(0, at).trim(), value.replace(/^(["'])(.*)\1$/, '$2')]];
  });
  return Object.fromEntries(lines);
}

function asFields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
