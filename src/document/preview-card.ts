import { cardAddress } from './address.ts';
import type { Frontmatter } from './frontmatter.ts';

/** The picture by which another site shows a link to an essay. */
export interface PreviewCard {
  /** Address from the site's root. */
  address: string;
  type: 'image/png' | 'image/jpeg';
  /** What is to be seen on it, in words. */
  alt: string;
}

/** In pixels; the size that Open Graph asks for. */
export const previewSize = { width: 1200, height: 630 } as const;

/** The author's own picture, or a card with the title, which is drawn when the site is built. */
export function previewCard(
  { slug, title, subtitle, image }: Pick<Frontmatter, 'title' | 'subtitle' | 'image'> & { slug: string },
  siteName: string,
): PreviewCard {
  if (image) return { address: cardAddress(slug, 'jpg'), type: 'image/jpeg', alt: image.alt };
  const lines = [title, subtitle, siteName].filter((line) => line !== undefined);
  return { address: cardAddress(slug, 'png'), type: 'image/png', alt: lines.join(' / ') };
}
