/** What a command printed, without the lines about the progress of a build. */
export function withoutProgress(printed: string): string {
  const stage = /^[A-Z][a-z]+ing(?: [a-z]+)*(?::.*)? \(.* s\)\n/gm; // for example “Making pages (1.2 s)”
  return printed.replaceAll(stage, '').replaceAll(/^Published \d.* in .*\/\n/gm, '');
}
