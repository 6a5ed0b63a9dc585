import { bookAddress, cardAddress, libraryBookAddress } from '../document/address.ts';
import type { EmittedAddress } from './output.ts';

/** The addresses of what is made when the pages are there (`src/cards/`, `src/outputs/book/`, `src/publish/offline-files.ts`). */
export const cardAndBookAddresses: readonly EmittedAddress[] = [
  { address: cardAddress('<slug>', 'png'), what: 'The picture by which others show a link to the essay.' },
  { address: cardAddress('<slug>', 'jpg'), what: 'The same, cut from the `image` that its author chose.' },
  { address: bookAddress('<slug>'), what: 'The essay as a book for e-readers (EPUB).' },
  { address: libraryBookAddress, what: 'All essays as one such book.' },
  { address: '/offline.json', what: 'What a reader can keep, with the sum of each file.' },
  { address: '/service-worker.js', what: 'Keeps what a reader chose to read without a connection.' },
];
