/** What `npm run new` writes where the author's own words belong. It must not be published. */
export const placeholder = {
  title: 'Your title',
  description: 'One sentence about what the essay says.',
  text: 'Begin here. `npm run dev` shows the draft; take the line `draft: true` away to publish it.',
} as const;

/** True for a paragraph, a title or a description that stands where the author's own words belong. */
export function isPlaceholder(text: string): boolean {
  const plain = text.replaceAll('`', '').replaceAll(/\s+/g, ' ').trim();
  return (
    plain === placeholder.title ||
    plain === placeholder.description ||
    plain === placeholder.text.replaceAll('`', '') ||
    /^lorem ipsum dolor sit amet\b/i.test(plain)
  );
}
