import { expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';

it('emphasis ends beside full-width punctuation', async () => {
  const { html } = await compileText('彼は**「光」**と言った。灯は**消えた。**夜になった。', {
    language: 'ja',
  });
  expect(html).toContain('<strong>「光」</strong>');
  expect(html).toContain('<strong>消えた。</strong>');
});
