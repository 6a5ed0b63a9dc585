import { essayAddress, fragmentAddress } from '../document/address.ts';
import type { WrittenPlace } from './fragment-argument.ts';
import { fate } from './status.ts';

/** Where an id stands or leads today, as the end of a sentence. */
export function placeNow({ ledger: { source, ledger, found, resolution }, id }: WrittenPlace): string {
  const at = resolution.ids.indexOf(id);
  const host = resolution.previous.findIndex((ids) => ids.includes(id));
  const opening = (index: number) =>
    found.blocks[index]?.text.replaceAll(/\s+/g, ' ').trim().slice(0, 72) ?? '';
  const line = (index: number) => found.lines[index]?.first ?? 0;
  if (at >= 0) return `stands at ${source.file}:${line(at)}: “${opening(at)}”`;
  if (host >= 0)
    return `stands within #${resolution.ids[host]} at ${source.file}:${line(host)}: “${opening(host)}”`;
  const anchor = ledger.anchors.find((one) => one.id === id);
  if (anchor?.to ?? anchor?.retired) return fate(anchor?.to, anchor?.retired);
  return fate(ledger.to, ledger.retired);
}

/** Where an id comes from and where it leads, in a few lines. */
export function placeInWords(place: WrittenPlace): string {
  const { ledger: open, id } = place;
  const anchor = open.ledger.anchors.find((one) => one.id === id);
  const lines = [`${fragmentAddress(essayAddress(open.source.slug), id)} ${placeNow(place)}`];
  if (!anchor) lines.push('  It is new and not in the ledger yet.');
  else {
    const chosen = anchor.own ? 'chosen by the author' : 'made from its text';
    lines.push(`  ${anchor.kind}, ${chosen}, published ${anchor.since}`);
    lines.push(`  last seen as: “${anchor.text}”`);
    if (anchor.first) lines.push('  reworded since it was first published');
  }
  return lines.join('\n');
}
