import { essayAddress, fragmentAddress } from '../document/address.ts';
import { direction } from '../document/essay.ts';
import type { EssayChanges } from '../document/essay-changes.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { HistorySetting } from '../document/history-setting.ts';
import { sectionIds } from '../document/section.ts';
import { changesBetween, isUnchanged } from '../history/changes.ts';
import { historyTree } from '../history/history-tree.ts';
import { sectionDays } from '../history/section-days.ts';
import type { Version } from '../history/version.ts';
import { format, formatDate, formatList, words } from '../words/words.ts';
import type { CompiledText } from './text-compiler.ts';

/** What the history of one essay gives its pages. */
export interface EssayHistory extends EssayChanges {
  setting: Exclude<HistorySetting, 'off'>;
  versions: number;
}

/** An essay and what its owner lets be said of it. */
export interface ShownEssay {
  text: CompiledText<Frontmatter>;
  setting: Exclude<HistorySetting, 'off'>;
  /** Ids of texts whose words are shown in no version. */
  withheld: ReadonlySet<string>;
}

/**
 * What the page of versions and the page of the essay say.
 * @param versions oldest first
 * @returns null where nothing that readers read was ever changed
 */
export function essayHistory({ text, setting, withheld }: ShownEssay, versions: readonly Version[]) {
  const [first] = versions;
  const changes = versions
    .slice(1)
    .map((version, index) => changesBetween(versions[index] ?? version, version))
    .filter((one) => !isUnchanged(one));
  const days = sectionDays(changes, new Set(sectionIds(text.sections)));
  if (!first || !days) return null;
  const { language } = text.metadata;
  const ids = idsOf(text);
  const { history } = words;
  const tree = historyTree({
    changes,
    first: first.day,
    setting,
    language,
    direction: direction(language),
    words: {
      opening: words.search.introduction,
      notes: words.notes,
      title: history.essayTitle,
      first: history.first,
      goneSection: history.goneSection,
      withheld: history.withheld,
      labels: history.label,
      counted: (happening, count) => format(history[happening], { count }),
      list: (parts) => formatList(parts),
      date: (day) => formatDate(day),
    },
    addressOf: (id) => (ids.has(id) ? fragmentAddress(essayAddress(text.slug), id) : null),
    withheld,
  });
  const facts: EssayHistory = { ...days, setting, versions: changes.length + 1 };
  return { facts, tree };
}

/** The ids to which a link can lead on the page of an essay. */
export function idsOf({ blocks }: CompiledText<Frontmatter>): Set<string> {
  return new Set(blocks.map(({ id }) => id));
}
