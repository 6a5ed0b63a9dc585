/**
 * Edits of the first essay as an author makes them, done by hand, each with what must become of the ids. The
 * essay is beside this file as it was then (CC BY 4.0).
 */
export interface LabelledEdit {
  name: string;
  /** Passages of the source, each with its replacement. */
  change: readonly (readonly [from: string, to: string])[];
  /**
   * Words of a previous block, and words of the current block that must have its id; `null` where its text is
   * missing and the build must stop. The id of every other block must stay with its unchanged text.
   */
  labels: Readonly<Record<string, string | null>>;
}

const notWorking =
  'It is not working. Web3 AI has gained no real hold on the wider AI world. Engineers choosing the parts of a new product rarely consider it. Meanwhile frontier models improve at a quickening rate, and the time for putting a different foundation under the next generation is running out.\n\n';
const continuity =
  'Web3 AI lacks that continuity. Cloud computing, large-scale data engineering and early model development, the trends that led to generative AI, went by while web3 was occupied with ledgers and settlement, a respectable trade that taught few of the skills now needed. It has paddled out to the wave without a surfboard.\n\n';
const sameWay =
  'AI infrastructure will probably go the same way. This essay expects about three viable platforms at the end. In so concentrated a landscape a fourth risks irrelevance, and no web3 platform is yet a plausible third.\n\n';
const physics =
  'A decentralised alternative has to overcome physics and accountancy together. The links between distant machines are slower than the wiring inside one hall. Participants who cannot be trusted have to be checked, and someone must pay for the checking, in competition with firms able to lose money for years.\n\n';
const honest =
  'An honest account of the position, at least, costs nothing. Web3 AI can face it and still change course. The alternative is to sit out the most consequential change any technology has yet brought, and to keep only the story.\n\n';
const central =
  'Whatever a frontier model cannot do without today, from its tools and platforms to the machines beneath them, is in central hands. Without an urgent and common effort, Web3 AI will find itself decades behind in a field that counts in months. ‘Decades’ is an opinion, standing for a distance that ordinary effort would not close.\n\n';
const exceptions = 'These teams remain exceptions.';
const twoPatterns =
  'Two patterns in the history of technology bear on the case. Neither is a law, though both have held often enough to plan by.\n\n';
const noteZk =
  '[^zk]: A zero-knowledge proof convinces a verifier that a statement is true and reveals nothing else. Applied to machine learning (ZKML), it can show that a given model produced a given answer without disclosing the model. The mathematics is sound. What is questioned here is how often anybody needs it.\n\n';
const restates =
  '*This essay restates, in new words, an argument published as ‘Why does Web3 AI lose?’. The wording here is new; so are the notes, the table and the figures.*';

export const labelledEdits: readonly LabelledEdit[] = [
  // misspellings
  {
    name: 'a comma is taken out',
    change: [
      [
        'in the history of technology bear on the case. Neither is a law, though',
        'in the history of technology bear on the case. Neither is a law though',
      ],
    ],
    labels: {},
  },
  {
    name: 'British to American spelling',
    change: [['A decentralised alternative has', 'A decentralized alternative has']],
    labels: { 'physics and accountancy': 'physics and accountancy' },
  },
  {
    name: 'a misprint is mended',
    change: [['It has paddled out', 'It has padled out']],
    labels: { 'lacks that continuity': 'padled out' },
  },
  {
    name: 'a number is corrected',
    change: [
      ['expects about three viable', 'expects about four viable'],
      ['a fourth risks', 'a fifth risks'],
      ['a plausible third', 'a plausible fourth'],
    ],
    labels: { 'will probably go the same way': 'about four viable' },
  },
  {
    name: 'a date is added',
    change: [['In *The Black Swan* (2007), Nassim', 'In *The Black Swan* (New York, 2007), Nassim']],
    labels: { 'named an old human weakness': 'New York, 2007' },
  },
  {
    name: 'a word is set in italics',
    change: [['Some of the innovation is real', '*Some* of the innovation is real']],
    labels: {},
  },
  {
    name: 'a link is put on words',
    change: [['Nous Research, Prime', '[Nous Research](https://nousresearch.com/), Prime']],
    labels: {},
  },
  { name: 'straight for curly quotes', change: [['AI’s critical path', "AI's critical path"]], labels: {} },
  // rewording, light
  {
    name: 'one sentence is shortened',
    change: [
      ['Engineers choosing the parts of a new product rarely consider it.', 'Engineers rarely consider it.'],
    ],
    labels: { 'It is not working': 'Engineers rarely' },
  },
  {
    name: 'the first sentence is recast',
    change: [
      [
        'Artificial intelligence is widely held to be among the most transformative technologies of this century, and a small number of companies steer it.',
        'Few technologies of this century promise to change as much as artificial intelligence, and few companies steer it.',
      ],
    ],
    labels: { 'widely held to be': 'Few technologies' },
  },
  {
    name: 'the last sentence is recast',
    change: [
      [
        'The alternative is to sit out the most consequential change any technology has yet brought, and to keep only the story.',
        'Otherwise it will sit out the greatest change that any technology has brought, with nothing left but its story.',
      ],
    ],
    labels: { 'An honest account': 'nothing left but' },
  },
  {
    name: 'a sentence is added at the end',
    change: [
      [
        'It has paddled out to the wave without a surfboard.',
        'It has paddled out to the wave without a surfboard. Those who stayed on the beach to build boards are now a mile ahead.',
      ],
    ],
    labels: { 'lacks that continuity': 'a mile ahead' },
  },
  {
    name: 'a sentence is added at the beginning',
    change: [
      [
        'AI pulls towards the centre by its nature.',
        'Nobody planned it this way. AI pulls towards the centre by its nature.',
      ],
    ],
    labels: { 'pulls towards the centre': 'Nobody planned' },
  },
  {
    name: 'the middle is cut',
    change: [
      [
        'Told in order, these become the rise of decentralised intelligence. Most have nothing to do with one another, and several have little to do with AI.',
        'Told in order, these become the rise of decentralised intelligence.',
      ],
    ],
    labels: { 'named an old human weakness': 'named an old human weakness' },
  },
  {
    name: 'a paragraph is cut to half',
    change: [
      [
        'Capital and attention go to the novelty, while the slow work of basic capability has nothing to show at the next conference. Speculation may yet do some good.[^bubble] For the present, the appearance of motion hides how much of what is built lies off AI’s critical path, the chain of work on which the next advance depends. Most of it could succeed tomorrow and the frontier would not move.',
        'Speculation may yet do some good.[^bubble]',
      ],
    ],
    labels: { 'Some of the innovation is real': 'Some of the innovation is real' },
  },
  {
    name: 'hedges are taken out',
    change: [
      ['may simply lapse', 'will lapse'],
      ['until then difficult, becomes pointless', 'once difficult, becomes pointless'],
      ['That is a judgement, and the last', 'The last'],
    ],
    labels: { 'The thesis of this essay': 'will lapse' },
  },
  // rewording, heavy
  {
    name: 'half of a paragraph is rewritten',
    change: [
      [
        physics,
        'A decentralised alternative has to overcome physics and accountancy at once. Machines in different countries talk to each other slowly, strangers may cheat and have to be audited, and the bill for auditing falls on somebody whose rivals can afford to lose money for years.\n\n',
      ],
    ],
    labels: { 'physics and accountancy together': 'physics and accountancy at once' },
  },
  {
    name: 'a short paragraph is rewritten',
    change: [
      [
        twoPatterns,
        'The history of technology shows two patterns that bear on this case. They are not laws, but both have held often enough to plan by.\n\n',
      ],
    ],
    labels: { 'Two patterns in the history': 'They are not laws' },
  },
  {
    name: 'a closing paragraph is rewritten',
    change: [
      [
        honest,
        'To be honest about the position costs nothing, at least. Web3 AI may look at it and still change its course; or it may sit out the most consequential change that technology has brought and keep the story.\n\n',
      ],
    ],
    labels: { 'An honest account': 'To be honest' },
  },
  {
    name: 'a paragraph is rewritten around its names',
    change: [
      [
        'Cloud computing came down to AWS, Azure and GCP, and mobile to iOS and Android. Big data, a livelier market than either, is now told mainly as a contest between Snowflake and Databricks.[^shares]',
        'AWS, Azure and GCP took the cloud. iOS and Android took the telephone. Of the many firms in big data, people mostly speak of Snowflake and Databricks.[^shares]',
      ],
    ],
    labels: { 'The second pattern is consolidation': 'took the telephone' },
  },
  {
    name: 'two neighbours are reworded at once',
    change: [
      [
        'It is not working. Web3 AI has gained no real hold on the wider AI world.',
        'So far it does not work. The wider AI world hardly knows Web3 AI.',
      ],
      [
        'The thesis of this essay is controversial and is meant to be: web3 is losing the AI race.',
        'This essay has a controversial thesis: web3 is losing the AI race.',
      ],
    ],
    labels: {
      'It is not working': 'So far it does not',
      'The thesis of this essay': 'has a controversial thesis',
    },
  },
  {
    name: 'three neighbours are reworded at once',
    change: [
      ['It is not working.', 'It fails.'],
      [
        'Anyone uneasy about so much power in so few boardrooms should want it to work.',
        'Whoever distrusts so much power in so few rooms should hope for it.',
      ],
      ['In every technological revolution a moment comes', 'Every revolution knows a moment'],
    ],
    labels: {
      'It is not working': 'It fails',
      'widely held to be': 'Whoever distrusts',
      'The thesis of this essay': 'knows a moment',
    },
  },
  {
    name: 'the tense of a paragraph is changed',
    change: [
      ['Web3 AI lacks that continuity.', 'Web3 AI lacked that continuity.'],
      ['now needed. It has paddled out', 'needed later. It paddled out'],
    ],
    labels: { 'lacks that continuity': 'lacked that continuity' },
  },
  {
    name: 'a paragraph is written anew in other words',
    change: [
      [
        central,
        'Every tool, platform and machine that a frontier model needs belongs to somebody central. Unless all of it is tackled together and soon, Web3 AI will be decades behind in a field that counts in months; by decades I mean a distance that ordinary effort does not close.\n\n',
      ],
    ],
    labels: { 'Whatever a frontier model': 'Every tool, platform' },
  },
  // moving
  {
    name: 'a paragraph moves up',
    change: [
      [continuity, ''],
      [twoPatterns, `${continuity}${twoPatterns}`],
    ],
    labels: {},
  },
  {
    name: 'a paragraph moves to another section',
    change: [
      [sameWay, ''],
      [honest, `${sameWay}${honest}`],
    ],
    labels: {},
  },
  {
    name: 'two paragraphs change places',
    change: [
      [notWorking, '@@'],
      [physics, notWorking],
      ['@@', physics],
    ],
    labels: {},
  },
  {
    name: 'a paragraph moves and is reworded',
    change: [
      [sameWay, ''],
      [
        honest,
        `AI infrastructure will likely go the same way. We expect three viable platforms at the end. In so concentrated a landscape a fourth risks irrelevance, and no web3 platform is a plausible third yet.\n\n${honest}`,
      ],
    ],
    labels: { 'will probably go the same way': 'will likely go' },
  },
  {
    name: 'a paragraph goes to the top of its section',
    change: [
      [physics, ''],
      ['## The Risk of Irrelevance\n\n', `## The Risk of Irrelevance\n\n${physics}`],
    ],
    labels: {},
  },
  {
    name: 'the pull quote, which only repeats, is taken out',
    change: [
      [
        '<aside class="pull-quote" aria-hidden="true"><p>If the same model does as well on a rented server, the rented server wins.</p></aside>\n\n',
        '',
      ],
    ],
    labels: {},
  },
  // splitting and merging
  {
    name: 'a paragraph is split in the middle',
    change: [['rarely consider it. Meanwhile', 'rarely consider it.\n\nMeanwhile']],
    labels: { 'It is not working': 'It is not working' },
  },
  {
    name: 'a long paragraph is split in three',
    change: [
      ['A token is launched;', '\n\nA token is launched;'],
      ['Told in order, these become', '\n\nTold in order, these become'],
    ],
    labels: { 'named an old human weakness': 'named an old human weakness' },
  },
  {
    name: 'the end of a paragraph becomes its own',
    change: [['This last condition is the strictest.', '\n\nThis last condition is the strictest.']],
    labels: { 'Progress begins by admitting': 'Progress begins by admitting' },
  },
  {
    name: 'the opening sentence stands alone',
    change: [
      [
        'AI pulls towards the centre by its nature. The paper',
        'AI pulls towards the centre by its nature.\n\nThe paper',
      ],
    ],
    labels: { 'pulls towards the centre': 'had reported that' },
  },
  {
    name: 'two paragraphs become one',
    change: [[`${notWorking}The thesis`, `${notWorking.trimEnd()} The thesis`]],
    labels: {
      'It is not working': 'The thesis of this essay',
      'The thesis of this essay': 'It is not working',
    },
  },
  {
    name: 'a short paragraph goes into the next',
    change: [
      [sameWay, ''],
      ['The modern AI stack has four pillars', `${sameWay.trimEnd()} The modern AI stack has four pillars`],
    ],
    labels: { 'will probably go the same way': 'has four pillars', 'has four pillars': 'has four pillars' },
  },
  {
    name: 'two are merged and reworded',
    change: [
      [`${exceptions} Web3`, `They remain exceptions. Web3`],
      [`${honest}`, ''],
      [
        'whose foundations would pay late.',
        'whose foundations would pay late. An honest account of the position costs nothing, and Web3 AI can face it and still change course. The alternative is to sit out the most consequential change any technology has yet brought.',
      ],
    ],
    labels: { 'These teams remain': 'They remain', 'An honest account': 'They remain' },
  },
  {
    name: 'a sentence goes over to the next paragraph',
    change: [
      [' It has paddled out to the wave without a surfboard.', ''],
      [
        'The second pattern is consolidation.',
        'It has paddled out to the wave without a surfboard. The second pattern is consolidation.',
      ],
    ],
    labels: {
      'lacks that continuity': 'lacks that continuity',
      'The second pattern is': 'The second pattern is',
    },
  },
  // headings
  {
    name: 'a heading loses a word',
    change: [['## A Wake-Up Call', '## Wake-Up Call']],
    labels: { 'A Wake-Up Call': 'Wake-Up Call' },
  },
  {
    name: 'a heading is renamed',
    change: [['## The Risk of Irrelevance', '## What Is at Stake']],
    labels: { 'The Risk of Irrelevance': 'What Is at Stake' },
  },
  {
    name: 'all headings are renamed',
    change: [
      ['## The Web3 AI Narrative Fallacy', '## Stories'],
      ['## AI and the Wave Theory of Technological Evolution', '## Waves'],
      ['## Missing Foundations and Misplaced Building', '## Gaps'],
      ['## The Widening Chasm Between Web3 and Web2 AI', '## The Distance'],
      ['## The Risk of Irrelevance', '## Danger'],
      ['## A Wake-Up Call', '## What Now'],
    ],
    labels: {
      'The Web3 AI Narrative Fallacy': 'Stories',
      'AI and the Wave Theory': 'Waves',
      'Missing Foundations': 'Gaps',
      'The Widening Chasm': 'The Distance',
      'The Risk of Irrelevance': 'Danger',
      'A Wake-Up Call': 'What Now',
    },
  },
  {
    name: 'a heading is renamed and its text reworded',
    change: [
      ['### Markets close around a few', '### Consolidation'],
      [
        'Infrastructure markets open crowded and end with a few names.',
        'Markets for infrastructure begin crowded and end with few names.',
      ],
    ],
    labels: { 'Markets close around': 'Consolidation', 'The second pattern is': 'begin crowded' },
  },
  {
    name: 'a second equal heading is put above',
    change: [
      [
        '## The Web3 AI Narrative Fallacy',
        '## A Wake-Up Call\n\nBefore the argument, one story that shows how late it has become for everyone in this field.\n\n## The Web3 AI Narrative Fallacy',
      ],
    ],
    labels: {},
  },
  {
    name: 'a second equal heading is put right before',
    change: [
      [
        '## A Wake-Up Call',
        '## A Wake-Up Call\n\nFirst a word to the sceptics, who have heard all this in other years about other waves.\n\n## A Wake-Up Call',
      ],
    ],
    labels: { 'A Wake-Up Call': '2:A Wake-Up Call' },
  },
  {
    name: 'a heading is taken away',
    change: [['### Waves stand on earlier waves\n\n', '']],
    labels: { 'Waves stand on earlier waves': 'The first is that' },
  },
  {
    name: 'a section is divided by a new heading',
    change: [[physics, `### Physics\n\n${physics}`]],
    labels: {},
  },
  { name: 'a heading goes down a level', change: [['## A Wake-Up Call', '### A Wake-Up Call']], labels: {} },
  {
    name: 'two headings change places over their texts',
    change: [
      ['## The Risk of Irrelevance', '## @'],
      ['## A Wake-Up Call', '## The Risk of Irrelevance'],
      ['## @', '## A Wake-Up Call'],
    ],
    labels: { 'The Risk of Irrelevance': null, 'A Wake-Up Call': null },
  },
  // figures, table, notes
  {
    name: 'a caption is reworded',
    change: [
      [
        'What each wave stood on. Web3 AI attaches to none of the earlier ones.',
        'Each wave and what it stood on. Web3 AI is attached to none.',
      ],
    ],
    labels: { 'What each wave stood on': 'Each wave and what' },
  },
  {
    name: 'the id of a figure is changed',
    change: [['<figure id="fig-waves">', '<figure id="fig-earlier">']],
    labels: { 'What each wave stood on': null },
  },
  {
    name: 'a paragraph moves over a figure',
    change: [
      [continuity, ''],
      ['### Markets close', `${continuity}### Markets close`],
    ],
    labels: {},
  },
  {
    name: 'a cell of the table is changed',
    change: [['| A thin bench |', '| A handful of good teams |']],
    labels: { 'What would count as progress': 'handful of good teams' },
  },
  {
    name: 'a row is added to the table',
    change: [
      [
        '| Research talent | Deep',
        '| Capital | Patient money | Tokens | Funds that stay |\n| Research talent | Deep',
      ],
    ],
    labels: { 'What would count as progress': 'Funds that stay' },
  },
  {
    name: 'a note is reworded',
    change: [
      [
        'The mathematics is sound. What is questioned here is how often anybody needs it.',
        'The mathematics holds; the question is who needs it.',
      ],
    ],
    labels: { 'zero-knowledge proof convinces': 'who needs it' },
  },
  {
    name: 'the label of a note is changed',
    change: [
      ['[^zk] in which', '[^zero] in which'],
      ['[^zk]: A', '[^zero]: A'],
    ],
    labels: { 'zero-knowledge proof convinces': null },
  },
  {
    name: 'a note is taken out',
    change: [
      [noteZk, ''],
      ['[^zk] in which', ' in which'],
    ],
    labels: { 'zero-knowledge proof convinces': null },
  },
  {
    name: 'a note is taken up into the text',
    change: [
      [noteZk, ''],
      [
        '[^zk] in which the honest running of a small model is proved at great expense.',
        ' in which the honest running of a small model is proved at great expense. A zero-knowledge proof convinces a verifier that a statement is true and reveals nothing else. Applied to machine learning (ZKML), it can show that a given model produced a given answer without disclosing the model. The mathematics is sound. What is questioned here is how often anybody needs it.',
      ],
    ],
    labels: {
      'zero-knowledge proof convinces': 'The community has come',
      'The community has come': 'The community has come',
    },
  },
  {
    name: 'a new note is put before the others',
    change: [
      ['The proposal known as Web3 AI[^web3]', 'The proposal[^new] known as Web3 AI[^web3]'],
      ['[^web3]: By', '[^new]: It has no single author.\n\n[^web3]: By'],
    ],
    labels: {},
  },
  // the kind of a block
  { name: 'a paragraph becomes a quotation', change: [[sameWay, `> ${sameWay}`]], labels: {} },
  {
    name: 'a paragraph becomes a list',
    change: [
      [
        physics,
        'A decentralised alternative has to overcome physics and accountancy together.\n\n- The links between distant machines are slower than the wiring inside one hall.\n- Participants who cannot be trusted have to be checked.\n- Someone must pay for the checking, in competition with firms able to lose money for years.\n\n',
      ],
    ],
    labels: { 'physics and accountancy': '- The links between distant' },
  },
  // taking out and replacing
  { name: 'a paragraph is taken out', change: [[physics, '']], labels: { 'physics and accountancy': null } },
  {
    name: 'a short paragraph is taken out',
    change: [[twoPatterns, '']],
    labels: { 'Two patterns in the history': null },
  },
  {
    name: 'a paragraph is replaced by another subject',
    change: [
      [
        physics,
        'Consider the regulators. Ministries in Brussels and Delhi have begun to ask where personal records are kept during tuning, and auditors will soon want an answer that a contract alone cannot give them.\n\n',
      ],
    ],
    labels: { 'physics and accountancy': null },
  },
  {
    name: 'a short paragraph is replaced',
    change: [[restates, '*Thanks are due to everybody who read drafts and objected.*']],
    labels: { 'This essay restates': null },
  },
  {
    name: 'the essay’s first paragraph is replaced',
    change: [
      [
        notWorking,
        'Last spring a friend who runs a small hospital asked me which machine to buy. I named three vendors and no protocol, and neither of us noticed until much later.\n\n',
      ],
    ],
    labels: { 'It is not working': null },
  },
  { name: 'a paragraph is written twice', change: [[honest, `${honest}${honest}`]], labels: {} },
  { name: 'a paragraph is copied elsewhere', change: [[notWorking, `${notWorking}${honest}`]], labels: {} },
  {
    name: 'a new paragraph is put between',
    change: [
      [
        physics,
        `Someone will say that all of this has been said of the web itself, and that the web prevailed. It did, in the hands of about five companies.\n\n${physics}`,
      ],
    ],
    labels: {},
  },
  {
    name: 'everything at once',
    change: [
      ['## A Wake-Up Call', '## What Now'],
      [sameWay, ''],
      [
        honest,
        `${sameWay}An honest account of the position costs nothing. Web3 AI can face it and change course, or sit out the most consequential change any technology has brought and keep only the story.\n\n`,
      ],
      ['rarely consider it. Meanwhile', 'rarely consider it.\n\nMeanwhile'],
      ['It is not working.', 'So far it is not working.'],
    ],
    labels: {
      'A Wake-Up Call': 'What Now',
      'An honest account': 'and change course, or sit',
      'It is not working': 'So far it is',
    },
  },
];
