import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { slugError } from '../document/slug.ts';
import { essaysFolder, root } from '../paths.ts';

/** `npm run new -- a-slug "The title"`: begins an essay as a draft, so that nothing is published by accident. */
const [slug = '', title = 'Untitled'] = process.argv.slice(2);
const error = slugError(slug);
const file = join(essaysFolder, slug, 'index.mdx');
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
  mkdirSync(join(essaysFolder, slug), { recursive: true });
  writeFileSync(
    file,
    `---\ntitle: ${JSON.stringify(title)}\ndescription: One sentence about what the essay says.\npublished: ${today}\ndraft: true\n---\n\nBegin here. \`npm run dev\` shows the draft; take the line \`draft: true\` away to publish it.\n`,
  );
  console.log(`Begun: ${relative(root, file)}`);
}
