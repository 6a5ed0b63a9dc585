import type { SiteConfiguration } from '../../src/document/configuration.ts';

/** The guide for those who write, which the site makes itself: `npm run guide`. */
export const site: SiteConfiguration = {
  name: 'Writing with Stet',
  description: 'How to write, bring in and publish essays with Stet.',
  url: 'https://stet.example/guide/',
  language: 'en',
  locale: 'en-GB',
  publisher: null,
  contentLicence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  citations: 'author-date',
  navigation: [
    { label: 'Guide', address: '/' },
    { label: 'About', address: '/about/' },
  ],
};
