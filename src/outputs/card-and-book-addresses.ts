import { bookAddress, cardAddress, libraryBookAddress } from '../document/address.ts';
import type { EmittedAddress } from './output.ts';

/** The addresses of what is drawn or bound when the pages are there (`src/cards/`, `src/outputs/book/`). */
export const cardAndBookAddresses: readonly EmittedAddress[] = [
  { address: cardAddress('<slug>', 'png'), what: 'The picture by which others show a link to the essay.' },
  { address: cardAddress('<slug>', 'jpg'), what: 'The same, cut from the `image` that its author chose.' },
  { address: bookAddress('<slug>'), what: 'The essay as a book for e-readers (EPUB).' },
  { address: libraryBookAddress, what: 'All essays as one such book.' },
];
