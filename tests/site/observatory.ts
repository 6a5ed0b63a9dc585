/**
 * The score that MDN's HTTP Observatory gives a site's front page, by its published rules (algorithm of 1.6,
 * read in August 2026): from 100, each test adds or takes points; what is added counts only where what is
 * taken leaves 90 or more. It differs from the real one in what the host decides and this cannot see: a valid
 * certificate, a redirect from http to https and no cookies are taken for granted; scripts come from the site itself.
 * @param headers of the answer, by lower-case name
 * @param meta the content policies in the page
 */
export function observatoryScore(
  headers: Readonly<Record<string, string>>,
  meta: readonly string[],
): { score: number; points: Record<string, number> } {
  const value = (name: string) => headers[name]?.trim().toLowerCase() ?? null;
  const points = {
    policy: policyPoints(value('content-security-policy'), meta),
    hsts: hstsPoints(value('strict-transport-security')),
    frames: framePoints(value('x-frame-options'), value('content-security-policy')),
    kinds: value('x-content-type-options') === 'nosniff' ? 0 : -5,
    referrer: referrerPoints(value('referrer-policy')),
    opener: oneOf(value('cross-origin-opener-policy'), [
      'same-origin',
      'same-origin-allow-popups',
      'noopener-allow-popups',
    ]),
    embedder: oneOf(value('cross-origin-embedder-policy'), ['require-corp', 'credentialless']),
    resource: oneOf(value('cross-origin-resource-policy'), ['same-origin', 'same-site']),
  };
  const all = Object.values(points);
  const without = all.filter((one) => one < 0).reduce((sum, one) => sum + one, 100);
  return { score: without >= 90 ? all.reduce((sum, one) => sum + one, 100) : without, points };
}

type Directives = Map<string, string[]>;

function directivesOf(policy: string): Directives {
  const parts = policy.split(';').map((part) => part.trim().toLowerCase().split(/\s+/));
  const named = parts.filter(([name]) => name);
  if (new Set(named.map(([name]) => name)).size !== named.length)
    throw new Error('a directive is there twice');
  return new Map(named.map(([name = '', ...sources]) => [name, sources]));
}

/** Several policies all hold at once, so a fault counts only where every policy that names the directive has it. */
function policyPoints(header: string | null, meta: readonly string[]): number {
  const enforced = meta.map(directivesOf);
  for (const policy of enforced)
    for (const name of ['frame-ancestors', 'report-uri', 'sandbox']) policy.delete(name);
  const policies = [...(header === null ? [] : [directivesOf(header)]), ...enforced].filter(
    (one) => one.size > 0,
  );
  if (policies.length === 0) return -25;
  const allowed = (name: string, allows: (source: string) => boolean) =>
    policies
      .map((policy) => policy.get(name) ?? policy.get('default-src') ?? ['*'])
      .every((sources) => sources.some(allows));
  const broad = (source: string) => /^(?:ftp:|https?:|\*|https?:\/\/\*(?:\.\*)?)$/.test(source);
  const inline = (source: string) => source === "'unsafe-inline'" || source === 'data:';
  const insecure = (source: string) => /^(?:http|ftp):/.test(source);
  if (allowed('script-src', (source) => broad(source) || inline(source)) || allowed('object-src', broad))
    return -20;
  if (['script-src', 'object-src', 'style-src', 'connect-src'].some((name) => allowed(name, insecure)))
    return -20;
  if (allowed('script-src', (source) => source === "'unsafe-eval'")) return -10;
  if (['img-src', 'media-src'].some((name) => allowed(name, insecure))) return -10;
  if (allowed('style-src', (source) => broad(source) || inline(source))) return 0;
  return policies.some((policy) => policy.get('default-src')?.join() === "'none'") ? 10 : 5;
}

function hstsPoints(value: string | null): number {
  const seconds = Number(/(?:^|;)\s*max-age=(\d+)/.exec(value ?? '')?.[1] ?? Number.NaN);
  if (value === null || value.includes(',') || Number.isNaN(seconds)) return -20;
  return seconds < 15_768_000 ? -10 : 0;
}

function framePoints(value: string | null, policy: string | null): number {
  if (policy !== null && directivesOf(policy).has('frame-ancestors')) return 5;
  if (value === null) return -20;
  if (['deny', 'sameorigin'].includes(value)) return 5;
  return value.startsWith('allow-from') ? 0 : -20;
}

function referrerPoints(value: string | null): number {
  if (value === null) return 0;
  const good = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
  return good.includes(value.split(',').at(-1)?.trim() ?? '') ? 5 : -5;
}

function oneOf(value: string | null, good: readonly string[]): number {
  if (value === null || value === 'unsafe-none' || value === 'cross-origin') return 0;
  return good.includes(value) ? 10 : -5;
}
