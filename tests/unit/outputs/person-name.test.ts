import { describe, expect, it } from 'vitest';
import { personName } from '../../../src/outputs/cite/person-name.ts';

describe('the name of an author', () => {
  it.each([
    ['Ann Lee', { given: 'Ann', family: 'Lee' }],
    ['J. R. R. Tolkien', { given: 'J. R. R.', family: 'Tolkien' }],
    ['Ludwig van Beethoven', { given: 'Ludwig', family: 'van Beethoven' }],
    ['Éva Ó Súilleabháin', { given: 'Éva', family: 'Ó Súilleabháin' }],
    ['Ursula K. Le Guin', { given: 'Ursula K.', family: 'Le Guin' }],
    ['Lee Van Cleef', { given: 'Lee', family: 'Van Cleef' }],
    ['Van Morrison', { given: 'Van', family: 'Morrison' }],
    ['Leonardo da Vinci', { given: 'Leonardo', family: 'da Vinci' }],
    ["Jean le Rond d'Alembert", { given: 'Jean', family: "le Rond d'Alembert" }],
    ['Sor Juana Inés de la Cruz', { given: 'Sor Juana Inés', family: 'de la Cruz' }],
    ['Martin Luther King Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['Martin Luther King, Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['Hugh Trevor III', { given: 'Hugh', family: 'Trevor', suffix: 'III' }],
    ['ANN LEE', { given: 'ANN', family: 'LEE' }],
    ['European Commission', { literal: 'European Commission' }],
    ['United Nations', { literal: 'United Nations' }],
    ['Max-Planck-Gesellschaft', { literal: 'Max-Planck-Gesellschaft' }],
    ['Deutsche Gesellschaft', { literal: 'Deutsche Gesellschaft' }],
    ['BBC News', { literal: 'BBC News' }],
    ['Lamp Press Ltd.', { literal: 'Lamp Press Ltd.' }],
    ['Université Laval', { literal: 'Université Laval' }],
    ['W3C', { literal: 'W3C' }],
    ['Madonna', { literal: 'Madonna' }],
    ['أحمد شوقي', { literal: 'أحمد شوقي' }],
    ['The editors', { literal: 'The editors' }],
    ['Plato', { literal: 'Plato' }],
    ['the lamp society', { literal: 'the lamp society' }],
    ['夏目 漱石', { literal: '夏目 漱石' }],
  ])('%s', (name, expected) => {
    expect(personName(name)).toEqual(expected);
  });
});
