/** What a command printed, without the lines about the progress of a build. */
export function withoutProgress(printed: string): string {
  const stage =
    /^(?:Reading texts|Compiling texts|Indexing for the search|Making pages|Publishing)(?::.*)? \(.* s\)\n/gm;
  return printed.replaceAll(stage, '').replaceAll(/^Published \d.* in .*\/\n/gm, '');
}
