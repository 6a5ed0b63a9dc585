import type { SiteConfiguration } from '../src/document/configuration.ts';

/** The configuration of this site. Every field is explained in `src/document/configuration.ts`. */
export const site: SiteConfiguration = {
  name: 'Stet',
  description: 'Essays, set with care, with links that stand.',
  url: 'https://stet.example/',
  language: 'en',
  locale: 'en-GB',
  publisher: null,
  contentLicence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  citations: 'author-date',
  navigation: [
    { label: 'Essays', address: '/' },
    { label: 'About', address: '/about/' },
  ],
  comments: { send: { by: 'mail', address: 'comments@stet.example' } },
};
