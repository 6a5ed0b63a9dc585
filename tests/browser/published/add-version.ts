import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Stores the ids of the current version for `published-links.test.ts`. The argument is its date. */
const [date = ''] = process.argv.slice(2);
if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
  throw new Error('The date is missing. Example: node tests/browser/published/add-version.ts 2026-11-22');
const essays = 'content/essays';
const version: Record<string, string[]> = {};
for (const slug of readdirSync(essays).sort()) {
  const ledger: { anchors: { id: string }[] } = JSON.parse(
    readFileSync(`${essays}/${slug}/anchors.json`, 'utf8'),
  );
  version[`/essays/${slug}/`] = ledger.anchors.map((one) => one.id).sort();
}
writeFileSync(`tests/browser/published/${date}.json`, `${JSON.stringify(version, null, 2)}\n`);
