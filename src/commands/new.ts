import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { placeholder } from '../document/placeholder.ts';
import { slugError } from '../document/slug.ts';
import { slugFor } from '../import/slug.ts';
import { essaysFolder, pathFromRoot } from '../paths.ts';

const usage = `npm run new -- a-good-name "The title"
a-good-name becomes a part of the address; without it, it is made of the title. --mdx: with components.`;

/**
 * `npm run new -- a-slug "The title"`, or the title alone: begins an essay as a draft, so that nothing is published by
 * accident. It is Markdown; with `--mdx` it can have components.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { mdx: { type: 'boolean' } } });
const today = new Date().toISOString().slice(0, 10);
const { slug, title } = named(positionals);
const error = slugError(slug);
const file = join(essaysFolder, slug, values.mdx ? 'index.mdx' : 'index.md');
if (positionals.length === 0) stop(usage);
else if (error) stop(`The slug \`${slug}\` ${error}.\nRight is: ${usage}`);
else if (existsSync(join(essaysFolder, slug)))
  stop(
    `There is an essay with the slug \`${slug}\` already: ${pathFromRoot(join(essaysFolder, slug))}. Nothing was written.`,
  );
else {
  const fields = `title: ${JSON.stringify(title)}\ndescription: ${placeholder.description}\npublished: ${today}\ndraft: true`;
  mkdirSync(join(essaysFolder, slug), { recursive: true });
  writeFileSync(file, `---\n${fields}\n---\n\n${placeholder.text}\n`);
  console.log(
    `Begun: ${pathFromRoot(file)}\nTo publish it, write its title, description and text there, and remove \`draft: true\`.`,
  );
}

/** A title alone has spaces or letters that no slug has. */
function named([first = '', second]: string[]): { slug: string; title: string } {
  if (second !== undefined) return { slug: first, title: second };
  const isSlug = slugError(first) === null;
  return isSlug
    ? { slug: first, title: placeholder.title }
    : { slug: slugFor(first, today, new Set()), title: first };
}

function stop(why: string): void {
  console.error(why);
  process.exitCode = 1;
}
