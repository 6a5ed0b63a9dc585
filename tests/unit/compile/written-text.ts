import { expect } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';

/** What lies beside each text. */
export const files = {
  'lamp.png': 'x',
  'paper.pdf': 'x',
  'clip.mp4': 'x',
  'clip.vtt': 'x',
  'img/a.png': 'x',
};

/** The HTML of a text in which nothing is wrong, without the links beside headings and without ids that the text decides. */
export async function html(text: string, mdx = false): Promise<string> {
  const made = await compiledInFolder(text, { mdx, files });
  expect(made.problems).toEqual([]);
  return made.html
    .replaceAll(/<a class="heading-link".*?<\/a>/g, '')
    .replaceAll('&#x22;', "'")
    .replaceAll(/ id="(?!fn)[a-z]{6,8}"/g, '');
}

/** The codes of what is wrong in a text, each with its line. */
export async function problems(text: string, mdx = false): Promise<string[]> {
  return (await compiledInFolder(text, { mdx, files })).problems;
}
