import { previewSize } from '../document/preview-card.ts';

/** What a card says: a picture with the title of an essay, in the type of the site. */
export interface Card {
  title: string;
  /** Empty where the essay has none. */
  subtitle: string;
  /** The name of the site. */
  site: string;
  /** BCP 47 tag of the title, by which a font chooses between forms of a letter. */
  language: string;
  shape: keyof typeof shapes;
}

/**
 * The sizes of cards, in pixels: for the preview of a link, and for the cover of a book,
 * whose shorter side shall have a thousand. The title begins at `top` in the largest of `sizes` in which it and the subtitle
 * fit into `room`.
 */
export const shapes = {
  preview: { ...previewSize, margin: 88, top: 88, sizes: [84, 72, 62, 54, 46, 40], room: 390 },
  cover: { width: 1000, height: 1600, margin: 110, top: 260, sizes: [124, 108, 92, 78, 64, 54], room: 1100 },
} as const;
