/** The name of the record beside a translation. @param language BCP 47 tag */
export function recordName(language: string): string {
  return `translation.${language.toLowerCase()}.json`;
}

/** The language in the name of a translation's record, as it is written there; null for any other file. */
export function languageOfRecord(name: string): string | null {
  return /^translation\.([^.]+)\.json$/i.exec(name)?.[1] ?? null;
}
