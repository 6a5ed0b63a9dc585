/**
 * The code points for which a TrueType font has a glyph: what its table `cmap` says, in the two formats in which fonts
 * write it for Unicode (4 and 12).
 */
export function coveredLetters(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const covered = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    const format = view.getUint16(subtable);
    if (format === 4) addSegments(view, subtable, covered);
    if (format === 12) addGroups(view, subtable, covered);
  }
  return covered;
}

function tableAt(view: DataView, name: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(entry + at)));
    if (tag === name) return view.getUint32(entry + 8);
  }
  throw new Error(`The font has no table ${name}.`);
}

function addSegments(view: DataView, at: number, covered: Set<number>): void {
  const twice = view.getUint16(at + 6); // two bytes for each segment
  const [ends, starts] = [at + 14, at + 16 + twice];
  const [deltas, offsets] = [starts + twice, starts + 2 * twice];
  for (let segment = 0; segment < twice; segment += 2) {
    const offset = view.getUint16(offsets + segment);
    const [start, end] = [view.getUint16(starts + segment), view.getUint16(ends + segment)];
    for (let letter = start; letter <= end && letter < 0xffff; letter++) {
      const entry = offset === 0 ? letter : view.getUint16(offsets + segment + offset + 2 * (letter - start));
      const glyph = offset === 0 || entry !== 0 ? (entry + view.getUint16(deltas + segment)) % 0x10000 : 0;
      if (glyph !== 0) covered.add(letter);
    }
  }
}

function addGroups(view: DataView, at: number, covered: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group++) {
    const entry = at + 16 + 12 * group;
    for (let letter = view.getUint32(entry); letter <= view.getUint32(entry + 4); letter++)
      covered.add(letter);
  }
}
