/** The kinds of a callout, each with a look and a word of its own. */
export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;

export type CalloutKind = (typeof calloutKinds)[number];

/** Names that other programs have for these kinds. What such a callout is called is then the name itself. */
const otherNames: Readonly<Record<string, CalloutKind>> = {
  abstract: 'note',
  attention: 'warning',
  aside: 'note',
  bug: 'caution',
  check: 'tip',
  cite: 'note',
  danger: 'caution',
  details: 'note',
  done: 'tip',
  error: 'caution',
  example: 'note',
  fail: 'caution',
  failure: 'caution',
  faq: 'note',
  help: 'note',
  hint: 'tip',
  info: 'note',
  missing: 'caution',
  question: 'note',
  quote: 'note',
  secondary: 'note',
  success: 'tip',
  summary: 'note',
  tldr: 'note',
  todo: 'note',
};

/** Every name that a callout can have. */
export const calloutNames: readonly string[] = [...calloutKinds, ...Object.keys(otherNames)];

/** The kind that a name means; null for a name that is none. @param name in small letters */
export function calloutKind(name: string): CalloutKind | null {
  return calloutKinds.find((kind) => kind === name) ?? otherNames[name] ?? null;
}
