/** A node of JSON-LD with full names, as the algorithm of expansion gives it (JSON-LD 1.1, 5.1), in its simple cases. */
export interface Node {
  [name: string]: unknown;
}

const vocabulary = 'https://schema.org/';

/**
 * The part of schema.org's context that says which properties hold addresses (`"@type": "@id"`), written here so that
 * no test asks the network. A property that is not known at all is an error.
 */
const addresses = new Set(['url', 'mainEntityOfPage', 'image', 'license', 'contentUrl', 'item']);
const values = new Set(
  (
    'headline alternativeHeadline description datePublished dateModified name inLanguage wordCount keywords ' +
    'isAccessibleForFree encodingFormat caption width height position commentCount text urlTemplate query-input'
  ).split(' '),
);
const nodes = new Set(
  'author publisher isPartOf encoding hasPart isBasedOn comment parentItem itemListElement potentialAction target'.split(
    ' ',
  ),
);

/** The nodes of a document whose context is schema.org's. */
export function expanded(document: Node): Node[] {
  const { '@context': context, '@graph': graph, ...node } = document;
  if (context !== 'https://schema.org') throw new Error(`Another context: ${JSON.stringify(context)}`);
  if (!Array.isArray(graph)) return [nodeOf(node)];
  if (Object.keys(node).length > 0) throw new Error('Something stands beside @graph.');
  return graph.map(nodeOf);
}

function nodeOf(node: Node): Node {
  const entries = Object.entries(node).map(([name, value]): [string, unknown] => {
    if (name === '@id') return [name, addressOf(value)];
    if (name === '@type') return [name, [value].flat().map((type) => vocabulary + type)];
    if (![addresses, values, nodes].some((known) => known.has(name)))
      throw new Error(`The context has no term ${name}.`);
    return [vocabulary + name, [value].flat().map((one) => termValue(name, one))];
  });
  return Object.fromEntries(entries);
}

function termValue(name: string, value: unknown): unknown {
  if (isNode(value)) return nodeOf(value);
  if (nodes.has(name)) throw new Error(`${name} must be a node; it is ${JSON.stringify(value)}.`);
  if (value === null || value === undefined || value === '') throw new Error(`${name} is empty.`);
  return addresses.has(name) ? { '@id': addressOf(value) } : { '@value': value };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without a base, an address must be absolute. */
function addressOf(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value)) throw new Error(`Not an address: ${String(value)}`);
  return value;
}
