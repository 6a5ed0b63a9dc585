/** The configuration of every library that the tests build. */
export const site = {
  name: 'The Fixture',
  description: 'Essays for tests.',
  url: 'https://fixture.example/',
  language: 'en',
  publisher: null,
  contentLicence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  citations: 'author-date',
  navigation: [
    { label: 'Essays', address: '/' },
    { label: 'About', address: '/about/' },
  ],
};
