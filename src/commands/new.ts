import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { placeholder } from '../document/placeholder.ts';
import { slugError } from '../document/slug.ts';
import { essaysFolder, root } from '../paths.ts';

/**
 * `npm run new -- a-slug "The title"`: begins an essay as a draft, so that nothing is published by accident. It is
 * Markdown; with `--mdx` it can have components.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { mdx: { type: 'boolean' } } });
const [slug = '', title = 'Untitled'] = positionals;
const error = slugError(slug);
const file = join(essaysFolder, slug, values.mdx ? 'index.mdx' : 'index.md');
if (error) {
  console.error(`The slug \`${slug}\` ${error}.\nRight is: npm run new -- a-good-name "The title"`);
  process.exitCode = 1;
} else if (existsSync(join(essaysFolder, slug))) {
  console.error(
    `There is an essay with the slug \`${slug}\` already: ${relative(root, join(essaysFolder, slug))}. Nothing was written.`,
  );
  process.exitCode = 1;
} else {
  const today = new Date().toISOString().slice(0, 10);
  const fields = `title: ${JSON.stringify(title)}\ndescription: ${placeholder.description}\npublished: ${today}\ndraft: true`;
  mkdirSync(join(essaysFolder, slug), { recursive: true });
  writeFileSync(file, `---\n${fields}\n---\n\n${placeholder.text}\n`);
  console.log(`Begun: ${relative(root, file)}`);
}
