import type { SiteConfiguration } from '../document/configuration.ts';
import { type Problem, problem } from '../document/problem.ts';

/** Where the owner's configuration is. The guide and the tests have libraries elsewhere, whose addresses are meant. */
const ownFile = 'content/site.ts';

/**
 * What the configuration still has of the sample's: an address or a mailbox under `.example`, a name that nobody can
 * own. Such a site can be built and tried, so it is a warning.
 * @param text the configuration as it is written, for the lines
 * @param file path from the repository's top
 */
export function sampleValues(
  { url, comments }: Pick<SiteConfiguration, 'url' | 'comments'>,
  text: string,
  file: string,
): Problem[] {
  if (file !== ownFile) return [];
  const at = (found: string) => ({ file, line: lineOf(text, found) });
  const mailbox = comments?.send?.by === 'mail' ? comments.send.address : '';
  return [
    ...(isExample(new URL(url).hostname) ? [problem('site/sample-url', { found: url }, at(url))] : []),
    ...(isExample(mailbox) ? [problem('site/sample-mailbox', { found: mailbox }, at(mailbox))] : []),
  ];
}

/** Whether a host or a mailbox is under the reserved name of RFC 2606. */
function isExample(name: string): boolean {
  return /[.@]example$/i.test(name);
}

/** 0 where the value is not written as one word. */
function lineOf(text: string, found: string): number {
  return text.split('\n').findIndex((line) => line.includes(found)) + 1;
}
