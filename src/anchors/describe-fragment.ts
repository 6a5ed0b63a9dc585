import { essayAddress, fragmentAddress } from '../document/address.ts';
import type { FragmentArgument } from './fragment-argument.ts';
import { outcome } from './status.ts';

/** Where the text of an id is, or where the id leads, as the end of a sentence. */
export function fragmentStatus({ state, id }: FragmentArgument): string {
  const { source, ledger, found, resolution } = state;
  const block = resolution.ids.indexOf(id);
  const host = resolution.previous.findIndex((ids) => ids.includes(id));
  const opening = (index: number) =>
    found.blocks[index]?.text.replaceAll(/\s+/g, ' ').trim().slice(0, 72) ?? '';
  const position = (index: number) => `${source.file}:${found.lines[index]?.first ?? 0}: “${opening(index)}”`;
  if (block >= 0) return `is at ${position(block)}`;
  if (host >= 0) return `is in #${resolution.ids[host]} at ${position(host)}`;
  const anchor = ledger.anchors.find((one) => one.id === id);
  if (anchor?.to ?? anchor?.retired) return outcome(anchor?.to, anchor?.retired);
  return outcome(ledger.to, ledger.retired);
}

/** Where an id comes from and where it leads, in a few lines. */
export function describeFragment(fragment: FragmentArgument): string {
  const { state, id } = fragment;
  const anchor = state.ledger.anchors.find((one) => one.id === id);
  const lines = [`${fragmentAddress(essayAddress(state.source.slug), id)} ${fragmentStatus(fragment)}`];
  if (!anchor) lines.push('  It is new and not yet in the ledger.');
  else {
    const origin = anchor.own ? 'chosen by the author' : 'made from its text';
    lines.push(`  ${anchor.kind}, ${origin}, published ${anchor.since}`);
    lines.push(`  last seen as: “${anchor.text}”`);
    if (anchor.firstSketch) lines.push('  reworded since it was first published');
  }
  return lines.join('\n');
}
