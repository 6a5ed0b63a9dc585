import { essayAddress } from '../document/address.ts';
import type { CalendarDate } from '../document/calendar-date.ts';
import type { Frontmatter } from '../document/frontmatter.ts';

/** A text that the writing server shows. */
interface ShownText {
  slug: string;
  metadata: Pick<Frontmatter, 'draft' | 'published'>;
}

/** Texts that are named; of any others only the number is. */
const mostNamed = 5;

/**
 * What `npm run dev` says as soon as the site is shown: its address, and that of each text which no list of a built
 * site has, since it is a draft or its day has not come.
 * @param address of the home page
 */
export function writingLines(
  address: string,
  texts: readonly ShownText[],
  today: CalendarDate | null,
): string[] {
  const drafts = texts.filter(({ metadata }) => metadata.draft);
  const heldBack = texts.filter(
    ({ metadata }) => !metadata.draft && today !== null && metadata.published > today,
  );
  const at = ({ slug }: ShownText) => new URL(essayAddress(slug).slice(1), address).href;
  const lines = [
    ...drafts.map((one) => `Draft: ${at(one)}`),
    ...heldBack.map((one) => `Held back until ${one.metadata.published}: ${at(one)}`),
  ];
  const more = lines.length - mostNamed;
  return [
    `The site is shown at ${address}`,
    ...lines.slice(0, mostNamed),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
