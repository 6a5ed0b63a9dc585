import { fillTemplate } from '../document/fill-template.ts';
import { formatText, type PluralForms } from './format-text.ts';
import { pluralRules } from './plural-rules.ts';
import type { Words } from './texts.ts';

/**
 * The texts that are written into an essay when it is compiled, as functions of what they name.
 * @param locale BCP 47 tag by which numbers are written
 */
export function compileWords({ code, backToCitation, ...words }: Words, locale: string) {
  const counted = (text: PluralForms) => (count: number) => formatText(text, { count }, locale, pluralRules);
  return {
    notes: words.notes,
    label: (kind: 'figure' | 'table', number: number) => fillTemplate(words[kind], { number: `${number}` }),
    references: words.references,
    comma: words.marks.comma,
    callouts: words.callouts,
    embed: {
      show: (title: string, host: string) => fillTemplate(words.embed.show, { title, host }),
      open: (host: string) => fillTemplate(words.embed.open, { host }),
    },
    reading: words.reading,
    done: words.task.done,
    open: words.task.open,
    code: (language: string, start: string) =>
      fillTemplate(language ? code.inLanguage : code.plain, { language, start }),
    formula: (tex: string) => fillTemplate(words.formula, { tex }),
    linkTo: (heading: string) => fillTemplate(words.linkTo, { heading }),
    backToText: (note: string) => fillTemplate(words.backToText, { note }),
    /** @param number counts the citations of one work, from 1 */
    backToCitation: (number: number) =>
      fillTemplate(number === 1 ? backToCitation.first : backToCitation.next, { number: `${number}` }),
    comments: {
      onSection: counted(words.comments.onSection),
      onParagraph: counted(words.comments.onParagraph),
      onPassage: counted(words.comments.onPassage),
    },
    outdated: words.translation.outdated,
    tombstone: {
      retired: (reason: string) => fillTemplate(words.tombstone.retired, { reason }),
      movedTo: words.tombstone.moved,
    },
  };
}
