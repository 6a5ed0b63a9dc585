import { expect, it } from 'vitest';
import { compileText } from '../../../../bench/compile-text.ts';
import { searchFiles } from '../../../../src/search/build/search-files.ts';
import { searchRecords } from '../../../../src/search/build/search-record.ts';
import { readFragment } from '../../../../src/search/build/shown-text.ts';

it.each(['\u200B', '\u200C', '\u200D', '\u2060', '\u00AD', '\u200E'])(
  'a text with a sign that nobody sees is indexed, and shown as it stands: %j',
  async (sign) => {
    const text = `中文的文章 App${sign}zhuanlan 中文${sign}文章 ขนม${sign}ปัง.`;
    const { document } = await compileText(text, { slug: 'a', language: 'zh' });
    const files = await searchFiles(
      searchRecords(document, '/essays/a/', { language: 'zh', introduction: 'A' }),
      'zh',
    );
    const [fragment] = files.filter(({ path }) => path.startsWith('fragment/'));
    expect(readFragment(fragment?.content ?? new Uint8Array()).content).toContain(text);
  },
);
