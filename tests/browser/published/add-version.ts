import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Keeps the ids of the version that is published now, for the test that looks them all up: give its date. */
const [date = ''] = process.argv.slice(2);
if (!/^\d{4}-\d{2}-\d{2}$/.test(date))
  throw new Error('Right is: node tests/browser/published/add-version.ts 2026-11-22');
const essays = 'content/essays';
const version: Record<string, string[]> = {};
for (const slug of readdirSync(essays).sort()) {
  const ledger: { anchors: { id: string }[] } = JSON.parse(
    readFileSync(`${essays}/${slug}/anchors.json`, 'utf8'),
  );
  version[`/essays/${slug}/`] = ledger.anchors.map((one) => one.id).sort();
}
writeFileSync(`tests/browser/published/${date}.json`, `${JSON.stringify(version, null, 2)}\n`);
