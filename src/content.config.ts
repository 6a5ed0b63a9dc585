import { defineCollection } from 'astro:content';
import { compiledTexts } from './library/content-loader.ts';

export const collections = {
  essays: defineCollection({ loader: compiledTexts('essays') }),
  pages: defineCollection({ loader: compiledTexts('pages') }),
};
