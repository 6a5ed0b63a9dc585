import { readFileSync, writeFileSync } from 'node:fs';
import { frontmatterJsonSchema } from '../document/frontmatter-json-schema.ts';

/** `node src/commands/schema.ts` writes the JSON Schema of the frontmatter, for editors. */
const source = readFileSync('src/document/frontmatter.ts', 'utf8');
writeFileSync(
  'src/document/frontmatter.schema.json',
  `${JSON.stringify(frontmatterJsonSchema(source), null, 2)}\n`,
);
