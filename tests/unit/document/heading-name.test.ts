import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { headingName } from '../../../src/document/heading-name.ts';

const note = h('sup', h('a', { dataFootnoteRef: '' }, '1'));
const cite = (name: string) => h('a.cite', { role: 'doc-biblioref' }, name);

describe('a heading is named', () => {
  it.each([
    ['without the number of its note', ['The tides ', note], 'The tides'],
    ['with a note in its midst', ['The', note, ' tides'], 'The tides'],
    ['without a citation by number', ['The tides [', cite('1'), '; ', cite('2'), ']'], 'The tides'],
    ['without a citation by name', ['The tides (', cite('Roos 1910'), ') of old'], 'The tides of old'],
    [
      'before its citation is a link',
      ['The tides ', h('span', { dataCitation: '' }, '[@roos]')],
      'The tides',
    ],
    [
      'with its own raised figures, brackets and lines',
      ['The 1', h('sup', 'st'), '\n(new) tide [2]'],
      'The 1st (new) tide [2]',
    ],
    ['with a citation where it is nothing else', ['(', cite('Roos 1910'), ')'], '(Roos 1910)'],
  ])('%s', (_, children, name) => {
    expect(headingName(h('h2', children))).toBe(name);
  });
});
