import { describe, expect, it } from 'vitest';
import { compileText } from '../../../bench/compile-text.ts';
import { sectionContents } from '../../../src/document/section-contents.ts';

const titleOf = async (heading: string) => {
  const { document, html } = await compileText(`## ${heading}\n\nText.\n\n[^1]: A note.`);
  const [section] = document.sections;
  const [found, ...others] = sectionContents(document);
  expect(others).toEqual([]);
  expect(found?.title).toBe(section?.title);
  expect(html).toContain(`aria-label="Link to “${section?.title}”"`);
  expect(document.sections).toHaveLength(1);
  return section?.title;
};

describe('the name of a heading, in lists, labels and the search', () => {
  it('has no number of a note', async () => {
    expect(await titleOf('The lamp[^1] and *its* `oil`')).toBe('The lamp and its oil');
  });

  it.each([
    ['E = mc^2', 'E = mc²'],
    [String.raw`\frac{a+b}{2} = -c`, '(a + b)/2 = −c'],
    [String.raw`\sqrt{2}, \sqrt{x+1}, \sqrt[3]{y}`, '√2,√(x + 1),³√y'],
    [String.raw`\sum_{i=0}^n x_{i,j}`, '∑ᵢ₌₀ⁿx_(i,j)'],
    [String.raw`f'(x) \in \mathbb{R}^n`, 'f′(x) ∈ ℝⁿ'],
    [String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`, '(a, b; c, d)'],
    [String.raw`\sin x \leq \hat{y}`, 'sin x ≤ y\u0302'],
    ['2^{2^k}', '2^(2ᵏ)'],
  ])('has the formula %s as %s', async (tex, text) => {
    expect(await titleOf(`The law $${tex}$, again`)).toBe(`The law ${text}, again`);
  });
});
