import { placeholdersIn } from '../document/fill-template.ts';
import { nearest } from '../document/nearest.ts';
import { type Position, type Problem, problem } from '../document/problem.ts';
import { isPlural, type TextTree } from './texts.ts';

/**
 * Reads texts that somebody wrote beside the English ones: each key must be one of these, each text have the same
 * placeholders, so that nothing written is without effect and nothing is left out in silence.
 * @param path the keys that lead to `value` from the top
 * @param positionOf where the key at the end of a path is written
 */
export function readTexts(
  english: TextTree,
  value: unknown,
  path: readonly string[],
  positionOf: (path: readonly string[]) => Position,
): { texts: TextTree; problems: Problem[] } {
  const texts: TextTree = {};
  const problems: Problem[] = [];
  const invalid = (at: readonly string[], kind: string, right: string | TextTree) => {
    const values = { key: at.join('.'), kind, english: inCode(right) };
    problems.push(problem('words/invalid-text', values, positionOf(at)));
  };
  const hasPlaceholders = (
    at: readonly string[],
    text: string,
    right: string,
    optional: readonly string[],
  ) => {
    const [expected, found] = [placeholdersIn(right), placeholdersIn(text)];
    const missing = expected.filter((name) => !found.includes(name) && !optional.includes(name));
    if (missing.length === 0 && found.every((name) => expected.includes(name))) return;
    const values = { key: at.join('.'), expected: inBraces(expected), found: inBraces(found) };
    problems.push(problem('words/placeholders', { ...values, english: inCode(right) }, positionOf(at)));
  };
  if (!isGroup(value)) {
    invalid(path, 'a group of texts', english);
    return { texts, problems };
  }
  for (const [key, own] of Object.entries(value)) {
    const at = [...path, key];
    const right = english[key];
    if (right === undefined) {
      const keys = Object.keys(english);
      const values = { key: at.join('.'), keys: keys.join(', ') };
      problems.push(problem('words/unknown-key', values, positionOf(at), nearest(key, keys)));
    } else if (typeof right === 'string') {
      if (typeof own !== 'string') invalid(at, 'a text', right);
      else hasPlaceholders(at, own, right, []);
      texts[key] = String(own);
    } else if (isPlural(right)) {
      const forms = pluralForms(own);
      if (!forms) invalid(at, 'a text, or plural forms with `other` among them', right);
      else {
        for (const [category, form] of Object.entries(forms)) {
          const optional = category === 'other' ? [] : ['count']; // “one section”
          hasPlaceholders([...at, category], form, right.other, optional);
        }
        texts[key] = forms;
      }
    } else {
      const inner = readTexts(right, own, at, positionOf);
      texts[key] = inner.texts;
      problems.push(...inner.problems);
    }
  }
  return { texts, problems };
}

/** Plural forms as they were written; one text alone is the form for every number. */
function pluralForms(value: unknown): Record<string, string> | null {
  if (typeof value === 'string') return { other: value };
  if (!isGroup(value)) return null;
  const forms: Record<string, string> = {};
  for (const [category, form] of Object.entries(value)) {
    if (typeof form !== 'string') return null;
    forms[category] = form;
  }
  return isPlural(forms) ? forms : null;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inBraces(names: readonly string[]): string {
  return names.map((name) => `\`{${name}}\``).join(' and ') || 'no placeholder';
}

function inCode(texts: string | TextTree): string {
  const json = JSON.stringify(texts);
  return json.length > 120 ? `${json.slice(0, 119)}…` : json;
}
