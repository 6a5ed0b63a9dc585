import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodedComponent } from '../document/decoded.ts';
import type { Problem } from '../document/problem.ts';
import { essaySource } from './essay-source.ts';
import type { PlannedEssay } from './plan.ts';
import type { Remark } from './post.ts';
import { leftTags } from './template-tags.ts';
import { replaceAddresses, textAddresses, withoutLink } from './text-addresses.ts';

/** What the engine says of a text. */
export interface TextCheck {
  problems: readonly Problem[];
  /** Every id on its page. */
  ids: ReadonlySet<string>;
  /** Its links, with their lines. */
  links: readonly { address: string; line: number }[];
}

/**
 * Compiles a text as a build would.
 * @param file its path as the author will know it
 * @param path where it lies for the check, beside its pictures
 */
export type CheckText = (text: {
  slug: string;
  file: string;
  path: string;
  text: string;
}) => Promise<TextCheck>;

/** An essay with the name of its file and what needs its author. */
export interface CheckedEssay {
  essay: PlannedEssay;
  /** `index.md`, or `index.mdx` where it compiles as such. */
  name: string;
  /** Its path as its author will know it. */
  file: string;
  text: string;
  draft: boolean;
  /** Why it cannot be published as it is; empty where it can. */
  needs: Remark[];
}

/**
 * Compiles every essay in a folder of its own, as a build would, and makes a draft of each that needs its author, so
 * that the others can be published at once.
 * @param folder for the essays, emptied
 * @param shown the folder that messages name
 * @param kind the program that they come from
 * @param isPublic says of a slug whether the author has made its essay public since an earlier import
 */
export async function checkEssays(
  essays: readonly PlannedEssay[],
  folder: string,
  shown: string,
  check: CheckText,
  kind: string,
  isPublic: (slug: string) => boolean,
): Promise<CheckedEssay[]> {
  rmSync(folder, { recursive: true, force: true });
  const checked: CheckedEssay[] = [];
  const pages = new Map<string, TextCheck>();
  for (const essay of essays) {
    const at = join(folder, essay.slug);
    mkdirSync(at, { recursive: true });
    for (const [name, content] of essay.files) writeFileSync(join(at, name), content);
    const text = essaySource(essay, essay.post.fields.draft);
    const compile = (name: string) => {
      writeFileSync(join(at, name), text);
      return check({ slug: essay.slug, file: `${shown}/${essay.slug}/${name}`, path: join(at, name), text });
    };
    let name = `index.${essay.post.format}`;
    let result = await compile(name);
    if (name === 'index.mdx' && result.problems.some(isMdxFault)) {
      rmSync(join(at, name));
      name = 'index.md';
      result = await compile(name);
    }
    const file = `${shown}/${essay.slug}/${name}`;
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, (block) => block.replaceAll(/[^\n]/g, ''));
    const tags = leftTags(body, name === 'index.mdx' ? 'mdx' : 'md', file, kind === 'WordPress');
    const needs = [
      ...result.problems
        .filter(({ code, line }) => code !== 'text/template-code' || !tags.some((one) => one.line === line))
        .map(({ line, message: what }) => ({ file, line, what })),
      ...tags,
      ...essay.broken.map(({ address, use }) => ({
        file,
        line: lineWith(text, address),
        what: use === 'link' ? noText(address) : noFile(address),
      })),
      ...(essay.post.fields.published === null
        ? [{ file, line: 4, what: 'No day was found. Write the right one for `published`.' }]
        : []),
    ];
    pages.set(essay.slug, result);
    checked.push({ essay, name, file, text, draft: essay.post.fields.draft, needs });
  }
  for (const one of checked) mendFragments(one, pages);
  leaveOutLinks(checked, isPublic);
  return checked.map((one) => (one.draft || one.needs.length === 0 ? one : asDraft(one)));
}

/** The essay as a draft: the line that says so moves all lines behind it. */
function asDraft(one: CheckedEssay): CheckedEssay {
  const text = essaySource(one.essay, true);
  const added = text.split('\n').indexOf('draft: true') + 1;
  const moved = (remark: Remark): Remark =>
    remark.file === one.file && remark.line >= added ? { ...remark, line: remark.line + 1 } : remark;
  one.essay.remarks = one.essay.remarks.map(moved);
  return { ...one, draft: true, text, needs: one.needs.map(moved) };
}

/** True where the text is no MDX. What is wrong in Markdown too is not meant. */
function isMdxFault({ code }: Problem): boolean {
  return code !== undefined && (code === 'text/syntax' || code.startsWith('mdx/'));
}

/** Takes links to sections that do not exist to the top of their page, and away where that is the page itself. */
function mendFragments(one: CheckedEssay, pages: ReadonlyMap<string, TextCheck>): void {
  const { essay } = one;
  const { post } = essay;
  for (const { address, line } of pages.get(essay.slug)?.links ?? []) {
    const [, slug = essay.slug, written = ''] = /^(?:\/essays\/([^/]+)\/)?#(.+)$/.exec(address) ?? [];
    const fragment = decodedComponent(written);
    const page = pages.get(slug);
    if (fragment === '' || fragment === 'top' || !page || page.ids.has(fragment)) continue;
    const isHere = address.startsWith('#');
    const before = essay.text;
    if (isHere) essay.text = withoutLink(essay.text, post.format, address);
    else
      essay.text = replaceAddresses(essay.text, post.format, ({ value }) =>
        decodedComponent(value) === decodedComponent(address) ? `/essays/${slug}/` : null,
      );
    if (essay.text === before) {
      const problem = `The link \`${address}\` leads to a section that does not exist.`;
      if (!one.needs.some((need) => need.what === problem))
        one.needs.push({ file: one.file, line, what: problem });
      continue;
    }
    const now = isHere ? 'its words stay, without a link' : `it leads to the top of \`${slug}\` now`;
    essay.remarks.push({ file: one.file, line, what: `\`${address}\` led to no section: ${now}` });
    one.text = essaySource(essay, one.draft);
  }
}

/**
 * A text that links to a draft would stop the build: the words of such a link stay, without it. When the author has
 * published the other text, a further import brings the link back.
 */
function leaveOutLinks(checked: readonly CheckedEssay[], isPublic: (slug: string) => boolean): void {
  const isHeld = ({ draft, needs, essay: { slug } }: CheckedEssay) =>
    (draft || needs.length > 0) && !isPublic(slug);
  const held = new Set(checked.filter(isHeld).map(({ essay }) => essay.slug));
  for (const one of checked) {
    const { essay } = one;
    const { format } = essay.post;
    for (const to of essay.linksTo) {
      if (!held.has(to) || to === essay.slug) continue;
      const isThere = (value: string) => value.replace(/#.*$/s, '') === `/essays/${to}/`;
      const addresses = textAddresses(essay.text, format).map(({ value }) => value.replace(/^<(.*)>$/, '$1'));
      const line = lineWith(one.text, `/essays/${to}/`);
      for (const address of new Set(addresses.filter(isThere)))
        essay.text = withoutLink(essay.text, format, address);
      if (
        textAddresses(essay.text, format).some(({ value, in: where }) => where === 'html' && isThere(value))
      ) {
        one.needs.push({ file: one.file, line, what: `It links to \`${to}\`, which is a draft.` });
        continue;
      }
      const what = `its link to \`${to}\`, which is a draft, was left out, and its words stay. When you have published that one, import again`;
      essay.remarks.push({ file: one.file, line, what });
      one.text = essaySource(essay, one.draft);
    }
  }
}

function noText(address: string): string {
  return `The link \`${address}\` leads to no text that was taken in. If it is on the old site, import with \`--from\` and that site’s address.`;
}

function noFile(address: string): string {
  return `\`${address}\` is not among the files of that site. Put it beside the text and write \`./\` and its name; if it is on the old site, import with \`--from\`, that site’s address, and \`--fetch\`.`;
}

function lineWith(text: string, words: string): number {
  const line = text.split('\n').findIndex((one) => one.includes(words));
  return line + 1;
}
