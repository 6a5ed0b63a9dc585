import { stringify } from 'yaml';
import { absoluteAddress, essayAddress } from '../document/address.ts';
import { markdownOf } from './markdown-text.ts';
import type { EssayInput, EssayOutput } from './output.ts';
import { portableHtml } from './portable-html.ts';

/** An essay as Markdown that any program reads; Stet itself makes the same essay of it, with the same ids. */
export const markdown: EssayOutput = {
  addresses: [
    { address: '/essays/<slug>/index.md', what: 'The essay as Markdown, every id and note included.' },
  ],
  files: (input) => [{ path: markdownPath(input.essay.slug), content: Buffer.from(essayMarkdown(input)) }],
};

export function markdownPath(slug: string): string {
  return `${essayAddress(slug).slice(1)}index.md`;
}

/** @returns frontmatter and text; pictures are named as they lie beside the file */
export function essayMarkdown({ site, essay }: Pick<EssayInput, 'site' | 'essay'>): string {
  const page = absoluteAddress(essayAddress(essay.slug), site.url);
  const {
    title,
    subtitle,
    description,
    published,
    updated,
    writtenAuthors,
    topics,
    language,
    series,
    status,
  } = essay.metadata;
  const fields = {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    description,
    published,
    ...(updated === undefined ? {} : { updated }),
    ...(writtenAuthors.length === 0 ? {} : { authors: writtenAuthors }),
    ...(topics.length === 0 ? {} : { topics }),
    language,
    ...(series === undefined ? {} : { series }),
    ...(status === 'finished' ? {} : { status }),
    canonical: essay.metadata.canonical ?? page,
    licence: essay.metadata.licence ?? site.contentLicence.name,
  };
  const nodes = portableHtml(essay.body(), {
    page,
    base: site.url,
    fragments: 'inside',
    drawings: 'files',
  });
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${markdownOf(nodes, page)}`;
}
