/** Of languages that were asked for: a list of essays asks for those of each entry, and looking one up takes time. */
const scripts = new Map<string, string>();

/** The script that a BCP 47 tag names, or in which its language is mostly written, by ISO 15924: `Latn`. */
export function scriptOf(language: string): string {
  const known = scripts.get(language);
  if (known !== undefined) return known;
  const { script = '' } = new Intl.Locale(language).maximize();
  scripts.set(language, script);
  return script;
}

/** Scripts that are not slanted to stress a word, and need no old-style figures, by ISO 15924. */
const uprightScripts =
  'Arab Beng Bopo Deva Geor Gujr Guru Hang Hani Hebr Hira Kana Khmr Knda Laoo Mlym Mymr Orya Sinh Syrc Taml Telu Thaa Thai Tibt'.split(
    ' ',
  );

/** Scripts that are mixtures of those, or kinds of one. */
const upright: ReadonlySet<string> = new Set([...uprightScripts, 'Hans', 'Hant', 'Jpan', 'Kore']);

/** Whether a language is written in a script that has no italics. @param language BCP 47 tag */
export function isUpright(language: string): boolean {
  return upright.has(scriptOf(language));
}

const uprightLetter = new RegExp(`[${uprightScripts.map((script) => `\\p{sc=${script}}`).join('')}]`, 'u');

/** Whether a text has a letter of such a script. */
export function isUprightText(text: string): boolean {
  return uprightLetter.test(text);
}
