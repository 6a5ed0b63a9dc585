import { addressesIn, isInComment } from './addresses.ts';
import { type BuiltSite, pagesOf, readText } from './built-site.ts';
import { parsePage } from './page-tree.ts';
import { sourceOf } from './source-of-page.ts';

/** An address outside the site, and the first place where it is written. */
export interface ExternalLink {
  address: string;
  file: string;
  line: number;
}

/** What an address answered. */
export interface Answer extends ExternalLink {
  fine: boolean;
  /** The status, or what went wrong, in words. */
  found: string;
}

/** Milliseconds: how long one answer may take, and how long a host is left alone between two questions. */
export interface Limits {
  patience: number;
  pause: number;
  /** Hosts that are asked at the same time. */
  hosts: number;
}

const usual: Limits = { patience: 15_000, pause: 1_000, hosts: 4 };

/** Every address outside the site to which a page links, once, sorted. Addresses without the fragment; those in comments left out. */
export function externalLinks(site: BuiltSite): ExternalLink[] {
  const links = new Map<string, ExternalLink>();
  for (const path of pagesOf(site))
    for (const { element, value } of addressesIn(parsePage(readText(site, path)).elements)) {
      const address = value.replace(/#.*$/, '');
      if (element.tagName !== 'a' || isInComment(element)) continue;
      if (!/^https?:/.test(address) || !URL.canParse(address)) continue;
      if (!links.has(address)) links.set(address, { address, ...sourceOf(path, value) });
    }
  return [...links.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/**
 * Asks every address: HEAD first, GET where a host does not know that. Nobody is asked twice at once or for
 * more than the beginning of an answer; redirects are followed as by a browser, at most twenty, and reported.
 */
export async function lookAt(links: readonly ExternalLink[], limits: Limits = usual): Promise<Answer[]> {
  const byHost = [...Map.groupBy(links, (link) => new URL(link.address).host).values()];
  const answers: Answer[] = [];
  const worker = async () => {
    for (let host = byHost.shift(); host; host = byHost.shift())
      for (const [index, link] of host.entries()) {
        if (index > 0) await new Promise((done) => setTimeout(done, limits.pause));
        answers.push({ ...link, ...(await ask(link.address, limits.patience)) });
      }
  };
  await Promise.all(Array.from({ length: limits.hosts }, worker));
  return answers.sort((a, b) => (a.address < b.address ? -1 : 1));
}

async function ask(address: string, patience: number): Promise<{ fine: boolean; found: string }> {
  try {
    for (const method of ['HEAD', 'GET']) {
      const answer = await fetch(address, { method, signal: AbortSignal.timeout(patience) });
      await answer.body?.cancel();
      const fine = answer.ok;
      if (fine || method === 'GET' || ![403, 405, 501].includes(answer.status))
        return { fine, found: `${answer.status} ${answer.statusText}`.trim() + where(answer) };
    }
  } catch (error) {
    const timeout = error instanceof Error && error.name === 'TimeoutError';
    return { fine: false, found: timeout ? `no answer in ${patience / 1000} seconds` : 'cannot be reached' };
  }
  return { fine: false, found: 'cannot be reached' };
}

/** Where a redirect led. */
function where({ redirected, url }: Response): string {
  return redirected ? `, at ${url} now` : '';
}
