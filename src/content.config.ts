import { defineCollection } from 'astro:content';
import { compiledTexts } from './library/content-loader.ts';

export const collections = {
  essays: defineCollection({ loader: compiledTexts('essays') }),
  translations: defineCollection({ loader: compiledTexts('translations') }),
  pages: defineCollection({ loader: compiledTexts('pages') }),
};
