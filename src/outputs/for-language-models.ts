import type { Link, ListItem, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { absoluteAddress } from '../document/address.ts';
import { words } from '../words/words.ts';
import { markdownPath } from './markdown.ts';
import type { Output, Publication } from './output.ts';

/** What a program finds that reads the site for a language model: a list of the essays (llmstxt.org), and all of them. */
export const forLanguageModels: Output = {
  addresses: [
    { address: '/llms.txt', what: 'The essays with one sentence about each, as llmstxt.org describes it.' },
    { address: '/llms-full.txt', what: 'All essays as Markdown, one after the other.' },
  ],
  files: (publication) => [
    { path: 'llms.txt', content: Buffer.from(list(publication)) },
    { path: 'llms-full.txt', content: Buffer.from(everything(publication)) },
  ],
};

function list({ site, essays }: Publication): string {
  const text = (value: string): Text => ({ type: 'text', value });
  const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
  const link = (title: string, url: string): Link => ({ type: 'link', url, children: [text(title)] });
  const items = essays.map(({ slug, metadata: { title, description } }): ListItem => {
    const address = absoluteAddress(`/${markdownPath(slug)}`, site.url);
    return {
      type: 'listItem',
      spread: false,
      children: [paragraph(link(title, address), text(`: ${description}`))],
    };
  });
  const { name, url } = site.contentLicence;
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [text(site.name)] },
    { type: 'blockquote', children: [paragraph(text(site.description))] },
    paragraph(text(words.licence + words.marks.colon), link(name, url)),
    { type: 'heading', depth: 2, children: [text(words.essays)] },
    { type: 'list', spread: false, children: items },
  ];
  return toMarkdown({ type: 'root', children }, { bullet: '-', resourceLink: true });
}

/** Each essay begins with its frontmatter, in which `canonical` is its address. */
function everything({ essays, file }: Publication): string {
  return essays.map(({ slug }) => Buffer.from(file(markdownPath(slug))).toString('utf8')).join('\n\n');
}
