/** A kind of edit by hand: lines before and after it. Every id of a changed line must be asked about, or stay with its words. */
export type HandMadeEdit = readonly [name: string, before: readonly string[], after: readonly string[]];

const swapped = (name: string, one: string, other: string, kind = 'note#fn-'): HandMadeEdit => [
  name,
  [`${kind}a: ${one}`, `${kind}b: ${other}`],
  [`${kind}a: ${other}`, `${kind}b: ${one}`],
];
const replaced = (name: string, before: string, after: string): HandMadeEdit => [name, [before], [after]];
const among = (name: string, lines: readonly string[], at: number, instead: string): HandMadeEdit => [
  name,
  lines,
  lines.with(at, instead),
];

const keepers = [
  'Anna Berg, keeper of the northern light, eleven years.',
  'Olav Lund, keeper of the eastern light, seven years.',
  'Kari Dahl, keeper of the southern light, thirty years.',
];
const prices = ['Herring: 12 crowns.', 'Cod: 30 crowns.', 'Eel: 95 crowns.', 'Crab: 4 crowns.'];
const steps = [
  'Open the valve and wait for one minute.',
  'Close the tap and wait for two minutes.',
  'Turn the wheel and wait for ten minutes.',
];

/** Sixty edits, of which each takes an id to other words if nobody asks. */
export const handMadeEdits: readonly HandMadeEdit[] = [
  swapped('notes with one word each', 'Lighthouse.', 'Harbour.'),
  swapped('notes that cite', 'Smith 1990, p. 12.', 'Jones 2001, p. 99.'),
  swapped('notes that cite one work', 'Smith 1990, p. 12.', 'Smith 1990, p. 310.'),
  swapped(
    'notes with one beginning',
    'See the report of the commission on oil.',
    'See the report of the commission on rope.',
  ),
  swapped('notes in German', 'Siehe Müller 1999, S. 12.', 'Siehe Krause 2004, S. 80.'),
  swapped('notes in Japanese', '灯台は一九一一年に建てられた。', '油は冬に凍る。'),
  swapped('notes with numbers', '1,204 ships.', '87 ships.'),
  swapped(
    'captions',
    'The harbour in winter, seen from the tower',
    'The harbour in summer, seen from the tower',
    'figure#fig-',
  ),
  swapped('captions with years', 'Catch of herring in 1900', 'Catch of herring in 1950', 'figure#fig-'),
  swapped('captions with places', 'A boat from Bergen', 'A boat from Molde', 'figure#fig-'),
  swapped(
    'captions with directions',
    'The light, from the north',
    'The light, from the south',
    'figure#fig-',
  ),
  swapped('captions of tables', 'Ships by year', 'Ships by port', 'table#tab-'),
  replaced(
    'a note on another page of another work',
    'note#fn-a: Smith 1990, p. 12.',
    'note#fn-a: Brown 1975, p. 44.',
  ),
  replaced(
    'a note that says another thing',
    'note#fn-a: It was built by convicts.',
    'note#fn-a: Oil was cheaper then.',
  ),
  replaced(
    'a caption of another figure',
    'figure#fig-a: The tower in 1900',
    'figure#fig-a: A map of the coast',
  ),
  replaced('a cite in a sentence', 'See Smith 1990, page 12.', 'See Brown 1975, page 44.'),
  replaced('a date and a place', 'Published on 3 March 1984 in London.', 'Published on 1 May 1999 in Oslo.'),
  replaced('a person', 'Written by Anna Berg in Bergen.', 'Written by Olav Lund in Molde.'),
  replaced('nouns of a short sentence', 'The cat sat on the mat.', 'The fox lay in the hay.'),
  replaced('a question', 'Who lit the lamp?', 'Why did it rain?'),
  replaced('nouns in French', 'Le chat dort sur le lit.', 'Le chien court dans le pré.'),
  replaced('nouns in German', 'Der Hund schläft im Haus.', 'Die Katze jagt im Garten.'),
  replaced('a Chinese sentence', '灯塔建于一九一一年。', '渔船每天清晨出海。'),
  replaced('an Arabic sentence', 'بني المنار قبل مئة عام.', 'يخرج الصيادون كل صباح.'),
  replaced('a command', 'code: npm install --save-dev vitest', 'code: git commit --amend --no-edit'),
  replaced(
    'a function',
    'code: function add(a, b) {\n  return a + b;\n}',
    'code: function names(list) {\n  return list.map(String);\n}',
  ),
  replaced(
    'a query',
    'code: SELECT name FROM ships WHERE lost = 1;',
    'code: SELECT price FROM fish ORDER BY price;',
  ),
  replaced('a configuration', 'code: port: 80\nhost: a.example', 'code: user: anna\nshell: /bin/sh'),
  replaced('a quotation', 'quote: No man is an island.', 'quote: Hell is other people.'),
  replaced(
    'a longer quotation',
    'quote: It was the best of times, it was the worst of times.',
    'quote: All happy families are alike; each unhappy family is not.',
  ),
  replaced('a table', 'table: Year Ships 1900 12 1901 9', 'table: Port Boats Bergen 40 Molde 7'),
  replaced('a list', 'list: oil rope lamp wick', 'list: bread salt beer cheese'),
  replaced(
    'a term and its meaning',
    'list: Wick The string that burns in a lamp.',
    'list: Keel The beam at the bottom of a boat.',
  ),
  replaced('a heading', 'section: The lamp', 'section: Bread and salt'),
  among('one keeper of three', keepers, 1, 'Nils Moe, keeper of the western light, two years.'),
  among('the first keeper of three', keepers, 0, 'Eva Strand, keeper of the inner light, nine years.'),
  among('the last keeper of three', keepers, 2, 'Jon Vik, keeper of the outer light, one year.'),
  among('one price of four', prices, 1, 'Sole: 71 crowns.'),
  among('the last price of four', prices, 3, 'Pike: 18 crowns.'),
  among('one step of three', steps, 1, 'Push the lever and wait for nine minutes.'),
  among(
    'one item that is a list of its own',
    keepers.map((one) => `list: ${one}`),
    1,
    'list: Nils Moe, keeper of the western light, two years.',
  ),
  among(
    'one quotation of three',
    ['quote: A rose is a rose.', 'quote: Less is more.', 'quote: Know thyself.'],
    1,
    'quote: Time flies.',
  ),
  among(
    'one note of three',
    ['note#fn-a: Ibid., p. 4.', 'note#fn-b: Smith, p. 9.', 'note#fn-c: Jones, p. 2.'],
    1,
    'note#fn-b: Brown, p. 7.',
  ),
  among(
    'one figure of three',
    ['figure#fig-a: Bergen in 1900', 'figure#fig-b: Molde in 1900', 'figure#fig-c: Narvik in 1900'],
    1,
    'figure#fig-b: Tromsø in 1950',
  ),
  among('one code of three', ['code: cd build', 'code: make all', 'code: make test'], 1, 'code: rm cache'),
  [
    'notes renumbered after one was inserted',
    ['note#fn-1: Built in 1911.', 'note#fn-2: Seal oil.', 'note#fn-3: Smith, p. 4.'],
    ['note#fn-1: Built in 1911.', 'note#fn-2: Convicts.', 'note#fn-3: Seal oil.', 'note#fn-4: Smith, p. 4.'],
  ],
  [
    'notes renumbered after the first was removed',
    ['note#fn-1: Convicts.', 'note#fn-2: Built in 1911.', 'note#fn-3: Seal oil.'],
    ['note#fn-1: Built in 1911.', 'note#fn-2: Seal oil.'],
  ],
  [
    'notes turned in a circle',
    ['note#fn-1: Convicts.', 'note#fn-2: Built in 1911.', 'note#fn-3: Seal oil.'],
    ['note#fn-1: Built in 1911.', 'note#fn-2: Seal oil.', 'note#fn-3: Convicts.'],
  ],
  [
    'figures renumbered after one was inserted',
    ['figure#fig-1: The tower', 'figure#fig-2: The lamp'],
    ['figure#fig-1: A map', 'figure#fig-2: The tower', 'figure#fig-3: The lamp'],
  ],
  [
    'figures turned in a circle',
    ['figure#fig-1: The tower', 'figure#fig-2: The lamp', 'figure#fig-3: The quay'],
    ['figure#fig-1: The lamp', 'figure#fig-2: The quay', 'figure#fig-3: The tower'],
  ],
  swapped('headings with ids of their own', 'The lamp', 'The quay', 'section#part-'),
  swapped('paragraphs with ids of their own', 'The lamp burns oil.', 'The quay is of stone.', 'paragraph#p-'),
  swapped('code with ids of its own', 'make all', 'rm -r build', 'code#code-'),
  swapped('lists with ids of their own', 'oil rope', 'bread salt', 'list#list-'),
  swapped('quotations with ids of their own', 'Less is more.', 'Know thyself.', 'quote#quote-'),
  [
    'headings with ids of their own, turned in a circle',
    ['section#a: The lamp', 'section#b: The quay', 'section#c: The rope'],
    ['section#a: The quay', 'section#b: The rope', 'section#c: The lamp'],
  ],
  replaced(
    'a paragraph with an id of its own',
    'paragraph#p: The lamp burns oil.',
    'paragraph#p: Bread is cheap in June.',
  ),
  replaced('code with an id of its own', 'code#c: make all', 'code#c: ls --long'),
  replaced('a table with an id of its own', 'table#t: Year Ships 1900 12', 'table#t: Port Boats Molde 7'),
  [
    'two short quotations exchanged for two others',
    ['quote: Less is more.', 'quote: Know thyself.'],
    ['quote: Time flies.', 'quote: Art is long.'],
  ],
];
