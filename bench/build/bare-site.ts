import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeEssays } from './essays.ts';

/** Which program of Astro turns Markdown into HTML: its default, or the one that takes remark and rehype plugins. */
export type Processor = 'default' | 'unified';

/**
 * The smallest Astro site that shows the same essays: one page each and a list. It has nothing of this project; its
 * packages are found in the folder above.
 */
export function writeBareSite(folder: string, count: number, processor: Processor): void {
  rmSync(folder, { recursive: true, force: true });
  writeEssays(join(folder, 'essays'), count, 'bare');
  const files = {
    'package.json': '{ "type": "module", "private": true }\n',
    'astro.config.mjs': configuration(processor),
    'src/content.config.ts': collection,
    'src/pages/index.astro': list,
    'src/pages/essays/[slug].astro': page,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What a build keeps for the next one, and the site itself. */
export const keptByBare = ['.astro', '.cache', 'dist', 'node_modules'];

const configuration = (processor: Processor) => `import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
${processor === 'unified' ? "import { unified } from '@astrojs/markdown-remark';\n" : ''}
export default defineConfig({
  site: 'https://bare.example/',
  cacheDir: './.cache',
  ${processor === 'unified' ? 'markdown: { processor: unified() },' : ''}
  integrations: [mdx()],
});
`;

const collection = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  essays: defineCollection({
    loader: glob({ base: './essays', pattern: '*/index.mdx', generateId: ({ entry }) => entry.split('/')[0] }),
    schema: z.object({
      title: z.string(),
      description: z.string(),
      published: z.coerce.date(),
      topics: z.array(z.string()),
    }),
  }),
};
`;

const list = `---
import { getCollection } from 'astro:content';

const essays = await getCollection('essays');
---

<html lang="en">
  <head><meta charset="utf-8" /><title>Essays</title></head>
  <body>
    <h1>Essays</h1>
    <ul>{essays.map((essay) => <li><a href={'/essays/' + essay.id + '/'}>{essay.data.title}</a></li>)}</ul>
  </body>
</html>
`;

const page = `---
import { getCollection, render } from 'astro:content';

export async function getStaticPaths() {
  const essays = await getCollection('essays');
  return essays.map((essay) => ({ params: { slug: essay.id }, props: { essay } }));
}
const { essay } = Astro.props;
const { Content } = await render(essay);
---

<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>{essay.data.title}</title>
    <meta name="description" content={essay.data.description} />
  </head>
  <body>
    <article>
      <h1>{essay.data.title}</h1>
      <Content />
    </article>
  </body>
</html>
`;
