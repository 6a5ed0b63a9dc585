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
  const lines = essays.map(({ slug, metadata: { title, description } }) => {
    const address = absoluteAddress(`/${markdownPath(slug)}`, site.url);
    return `- [${title.replaceAll(/[[\]\\]/g, '\\$&')}](${address}): ${description}`;
  });
  const licence = `${words.licence}: [${site.contentLicence.name}](${site.contentLicence.url})`;
  return `# ${site.name}\n\n> ${site.description}\n\n${licence}\n\n## ${words.essays}\n\n${lines.join('\n')}\n`;
}

/** Each essay begins with its frontmatter, in which `canonical` is its address. */
function everything({ essays, file }: Publication): string {
  return essays.map(({ slug }) => Buffer.from(file(markdownPath(slug))).toString('utf8')).join('\n\n');
}
