import { parse, TomlError } from 'smol-toml';
import { stringify } from 'yaml';
import { ownFieldName } from '../document/other-field-names.ts';
import { type Problem, problem } from '../document/problem.ts';

/**
 * What is wrong with frontmatter in TOML: that it is no YAML, with the same fields as YAML for its author to copy.
 * @returns null where the text does not begin with a line `+++`
 */
export function tomlProblem(file: string, source: string): Problem | null {
  const block = /^\uFEFF?\+\+\+[ \t]*\r?\n([\s\S]*?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/.exec(source);
  return block ? problem('frontmatter/toml', { yaml: yamlOf(block[1] ?? '') }, { file, line: 1 }) : null;
}

function yamlOf(toml: string): string {
  try {
    const fields = Object.entries(parse(toml)).map(([name, value]): [string, unknown] => [
      ownFieldName(name) ?? name,
      value instanceof Date ? value.toISOString().slice(0, 10) : value,
    ]);
    return stringify(Object.fromEntries(fields), { lineWidth: 0 }).trimEnd();
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return 'title: …\ndescription: …\npublished: 2026-02-28';
  }
}
