/** The first paragraph of every post. */
export const words = 'A paragraph that is long enough to describe what the essay says.';

/** A post of another site with a text, and more in its frontmatter than a title. */
export const post = (text: string, more = 'date: 2020-01-01\n') =>
  `---\ntitle: A\n${more}---\n\n${words}\n\n${text}\n`;

/** What stands on the page of a post with a text. */
export const paged = (text: string) => `${words}\n\n${text}\n`;
