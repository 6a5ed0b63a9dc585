import type { AstroIntegration } from 'astro';
import sharp from 'sharp';

/**
 * Lets one thread encode each picture, and several pictures at the same time: with more threads a picture in AVIF is
 * cut into more tiles, and has other bytes on a machine with more cores.
 */
export function steadyPictures(): AstroIntegration {
  return { name: 'stet-steady-pictures', hooks: { 'astro:config:setup': () => void sharp.concurrency(1) } };
}
