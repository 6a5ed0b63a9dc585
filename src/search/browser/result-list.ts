import { words } from 'virtual:search-words';
import { fillTemplate } from '../../document/fill-template.ts';
import type { Answer, Question, Result } from './answer.ts';
import { passageLink } from './passage-link.ts';

/**
 * The results as lists of sections, one for each essay in the order of its best section; where all are of one
 * essay, its title stands once. Only text is ever put into the page.
 * @param search asks anew, for the buttons that narrow a search
 */
export function resultList(
  answer: Answer,
  asked: Question,
  root: string,
  search: (question: Question) => void,
): HTMLElement[] {
  const made: HTMLElement[] = [];
  const essays = new Set(answer.results.map((one) => one.essay));
  const groups = (results: readonly Result[]) => {
    for (const essay of new Set(results.map((one) => one.essay))) {
      const isNamed = essays.size === 1 && made.some((one) => one.tagName === 'H2');
      if (!isNamed) made.push(essayHeading(essay));
      made.push(
        list(
          results.filter((one) => one.essay === essay),
          root,
        ),
      );
    }
  };
  const essayHeading = (essay: string) => {
    const heading = element('h2', essay);
    if (essays.size > 1)
      heading.append(
        ' ',
        button(words.onlyEssay, () => search({ ...asked, filters: { essay } })),
      );
    return heading;
  };
  if (Object.keys(asked.filters).length > 0) {
    const [only = ''] = Object.values(asked.filters);
    const narrowed = element('p', `${only} `);
    narrowed.append(button(words.everywhere, () => search({ ...asked, filters: {} })));
    made.push(narrowed);
  } else made.push(...topicButtons(answer, asked, search));
  const complete = answer.results.filter((one) => one.missing.length === 0);
  const partial = answer.results.filter((one) => one.missing.length > 0);
  groups(complete);
  if (complete.length > 0 && partial.length > 0) made.push(element('p', words.alsoPartial));
  groups(partial);
  return made;
}

/** Where the results are of several topics, each narrows the search. */
function topicButtons(
  { results }: Answer,
  asked: Question,
  search: (question: Question) => void,
): HTMLElement[] {
  const topics = [...new Set(results.flatMap((one) => one.topics))].sort();
  const telling = topics.filter((topic) => results.some((one) => !one.topics.includes(topic)));
  if (telling.length === 0) return [];
  const line = element('p', '');
  for (const topic of telling.slice(0, 5))
    line.append(
      button(fillTemplate(words.onlyTopic, { topic }), () => search({ ...asked, filters: { topic } })),
      ' ',
    );
  return [line];
}

function list(results: readonly Result[], root: string): HTMLElement {
  const made = document.createElement('ol');
  for (const result of results) {
    const item = document.createElement('li');
    const link = element('a', result.title);
    link.href = passageLink(result, root);
    const excerpt = document.createElement('p');
    for (const { text, marked } of result.parts) excerpt.append(marked ? element('mark', text) : text);
    item.append(link);
    if (result.missing.length > 0) {
      const missing = result.missing.map((text) => fillTemplate(words.quoted, { text })).join(', ');
      item.append(' ', element('small', fillTemplate(words.without, { words: missing })));
    }
    item.append(excerpt);
    made.append(item);
  }
  return made;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(label: string, press: () => void): HTMLButtonElement {
  const made = element('button', label);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}
