import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { absoluteAddress, essayAddress } from '../document/address.ts';
import { aliasFile } from '../document/alias-file.ts';
import { direction } from '../document/essay.ts';
import type { MadeFile } from '../document/made-file.ts';
import { words } from '../words/words.ts';
import type { EssayOutput, PublishedEssay } from './output.ts';

/** A page at each address in `aliases` that leads to its essay, so that no host needs to know of it. */
export const redirects: EssayOutput = {
  addresses: [{ address: '/<alias>', what: 'Leads to the essay that names this address in its `aliases`.' }],
  files: ({ essay, site }) => essay.metadata.aliases.map((alias) => redirect(essay, alias, site)),
};

function redirect(
  { slug, metadata: { title, language } }: PublishedEssay,
  alias: string,
  site: { url: string; language: string },
): MadeFile {
  const path = aliasFile(alias);
  const address = essayAddress(slug);
  const up = '../'.repeat(path.split('/').length - 1); // the site may stand below the root of its host
  const page = {
    type: 'root' as const,
    children: [
      { type: 'doctype' as const },
      h('html', { lang: site.language, dir: direction(site.language) }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('title', title),
          h('link', { rel: 'canonical', href: absoluteAddress(address, site.url) }),
          h('meta', { httpEquiv: 'refresh', content: `0; url=${up}${address.slice(1)}` }),
        ]),
        h('body', [
          h('main', [
            h('h1', { lang: language, dir: direction(language) }, title),
            h('p', [`${words.former.moved} `, h('a', { href: address, lang: language }, title), '.']),
          ]),
        ]),
      ]),
    ],
  };
  return { path, content: Buffer.from(`${toHtml(page)}\n`) };
}
