/** The site's configuration: the one file that a new owner edits. */
export interface Site {
  /** The name of the site, shown at the head of every page. */
  name: string;
  /** One sentence for the home page and for machines that ask what the site is. */
  description: string;
  /** Where the site is published, with a trailing slash. Only what must be absolute uses it (canonical addresses). */
  url: `https://${string}/`;
  /** BCP 47 tag of the interface and, where an essay says nothing else, of the text. */
  language: string;
  /** Who publishes the site; null where nobody is named. */
  publisher: string | null;
  /** The licence of the words and pictures. The code's licence is in the file LICENSE. */
  contentLicence: { name: string; url: `https://${string}` };
  /** How works are named in a text: `(Taleb, 2007)` or `[3]`. */
  citations: 'author-date' | 'numbered';
  /** Links at the head of every page; addresses begin at the site's root. */
  navigation: readonly { label: string; address: `/${string}` }[];
}

export const site: Site = {
  name: 'Stet',
  description: 'Essays, set with care, with links that stand.',
  url: 'https://stet.example/',
  language: 'en',
  publisher: null,
  contentLicence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  citations: 'author-date',
  navigation: [
    { label: 'Essays', address: '/' },
    { label: 'About', address: '/about/' },
  ],
};
