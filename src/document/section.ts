/** A heading of the text, in order. */
export interface Heading {
  /** 2 to 6: the title is the only heading of level 1. */
  level: number;
  /** The fragment that leads to it. */
  id: string;
  text: string;
  /** Words between it and the next heading of any level. */
  words: number;
}

/** A section with the sections inside it. */
export interface Section {
  id: string;
  title: string;
  /** Words of its own, those of the sections inside it not counted. */
  words: number;
  sections: Section[];
}

/**
 * Headings nested by level. A heading that skips a level (h2, then h4) hangs under the nearest one above it,
 * so that nothing is lost from the list.
 */
export function outline(headings: readonly Heading[]): Section[] {
  const top: Section[] = [];
  const ancestors: { level: number; sections: Section[] }[] = [{ level: 0, sections: top }];
  for (const { level, id, text, words } of headings) {
    const section: Section = { id, title: text, words, sections: [] };
    while (ancestors.length > 1 && (ancestors.at(-1)?.level ?? 0) >= level) ancestors.pop();
    ancestors.at(-1)?.sections.push(section);
    ancestors.push({ level, sections: section.sections });
  }
  return top;
}

/** The ids of sections and of those in them, in the order of the text. */
export function sectionIds(sections: readonly Section[]): string[] {
  return allSections(sections).map(({ id }) => id);
}

/** Sections and those in them, in the order of the text. */
export function allSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}
