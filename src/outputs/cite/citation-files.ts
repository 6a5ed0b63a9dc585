import { essayAddress } from '../../document/address.ts';
import type { EssayOutput } from '../output.ts';
import { bibtex } from './bibtex.ts';
import { citationsOf } from './citation.ts';
import { ris } from './ris.ts';

/** How to cite an essay and each of its sections, as files for reference managers. */
export const citationFiles: EssayOutput = {
  addresses: [
    { address: '/essays/<slug>/cite.bib', what: 'How to cite the essay and each of its sections (BibTeX).' },
    { address: '/essays/<slug>/cite.ris', what: 'The same as RIS.' },
    { address: '/essays/<slug>/cite.json', what: 'The same as CSL-JSON.' },
  ],
  files: ({ essay, site }) => {
    const citations = citationsOf(essay, site);
    const file = (ending: string, text: string) => ({
      path: `${essayAddress(essay.slug).slice(1)}cite.${ending}`,
      content: Buffer.from(text),
    });
    return [
      file('bib', bibtex(citations)),
      file('ris', ris(citations)),
      file('json', `${JSON.stringify(citations, null, 1)}\n`),
    ];
  },
};
