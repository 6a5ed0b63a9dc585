import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF as Chromium writes one: what its fonts say that the glyphs of each page mean, in the order of the
 * pages. Spaces between lines are not in it.
 */
export function pdfText(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, number = '', text = '']) => [
      number,
      text,
    ]),
  );
  const object = (number: string | undefined) => objects.get(number ?? '') ?? '';
  const maps = new Map<string, Map<string, string>>();
  const fontMap = (number: string) => {
    const [, unicode] = /\/ToUnicode (\d+) 0 R/.exec(object(number)) ?? [];
    const map = maps.get(number) ?? glyphMap(streamOf(object(unicode)));
    maps.set(number, map);
    return map;
  };
  const pages = [...objects.values()].filter((text) => /\/Type \/Page\b/.test(text));
  return pages
    .map((page) => {
      const [, named = ''] = /\/Font <<(.*?)>>/s.exec(page) ?? [];
      const fonts = new Map(
        [...named.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', number = '']) => [name, number]),
      );
      const [, contents] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
      let map = new Map<string, string>();
      let text = '';
      const marks = /\/(\w+) [\d.-]+ Tf|<([0-9A-Fa-f]*)>|\(((?:\\.|[^\\)])*)\)/gs;
      for (const [, font, hex, plain] of streamOf(object(contents)).matchAll(marks)) {
        if (font !== undefined) map = fontMap(fonts.get(font) ?? '');
        const codes = hex ?? Buffer.from(unescaped(plain ?? ''), 'latin1').toString('hex');
        const size = [...map.keys()][0]?.length ?? 4;
        for (let at = 0; at < codes.length; at += size)
          text += map.get(codes.slice(at, at + size).toUpperCase()) ?? '';
      }
      return text;
    })
    .join('');
}

function streamOf(object: string): string {
  const [, data = ''] = /stream\n(.*)\nendstream/s.exec(object) ?? [];
  return /FlateDecode/.test(object) ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(\d{1,3}|.)/gs, (_, sign: string) =>
    /^\d/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : sign,
  );
}

/** What each glyph of a font means, by its code in hexadecimal figures. */
function glyphMap(table: string): Map<string, string> {
  const map = new Map<string, string>();
  const letters = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  const after = (code: string, count: number) =>
    (Number.parseInt(code, 16) + count).toString(16).toUpperCase().padStart(code.length, '0');
  for (const [, lines = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code = '', hex = ''] of lines.matchAll(/<(\w+)> <(\w+)>/g)) map.set(code, letters(hex));
  for (const [, lines = ''] of table.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, first = '', last = '', hex = ''] of lines.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let count = 0; after(first, count) <= last; count += 1)
        map.set(after(first, count), letters(after(hex, count)));
  return map;
}
