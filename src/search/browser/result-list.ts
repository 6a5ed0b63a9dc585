import { words as texts } from 'virtual:search-words';
import { fillTemplate } from '../../document/fill-template.ts';
import type { Answer, Query, Result } from './full-text-search.ts';
import { passageLink } from './passage-link.ts';

/**
 * Renders the results: one list of sections for each essay, in the order of the essays' best sections. The title of
 * an essay is shown once if all results are of one essay. Only text is inserted into the page, never markup.
 * @param root address of the site's home page
 * @param search answers another query, for the buttons that set a filter
 */
export function resultList(
  answer: Answer,
  query: Query,
  root: string,
  search: (query: Query) => void,
): HTMLElement[] {
  const elements: HTMLElement[] = [];
  const essays = new Set(answer.results.map((result) => result.essay));
  const addGroups = (results: readonly Result[]) => {
    for (const essay of new Set(results.map((result) => result.essay))) {
      const hasHeading = essays.size === 1 && elements.some(({ tagName }) => tagName === 'H2');
      if (!hasHeading) elements.push(essayHeading(essay));
      elements.push(
        list(
          results.filter((result) => result.essay === essay),
          root,
        ),
      );
    }
  };
  const essayHeading = (essay: string) => {
    const heading = element('h2', essay);
    heading.dir = 'auto';
    if (essays.size > 1)
      heading.append(
        ' ',
        button(texts.onlyEssay, () => search({ ...query, filters: { essay } })),
      );
    return heading;
  };
  if (Object.keys(query.filters).length > 0) {
    const [filter = ''] = Object.values(query.filters);
    const line = element('p', `${filter} `);
    line.append(button(texts.everywhere, () => search({ ...query, filters: {} })));
    elements.push(line);
  } else elements.push(...topicButtons(answer, query, search));
  const complete = answer.results.filter(({ missing }) => missing.length === 0);
  const partial = answer.results.filter(({ missing }) => missing.length > 0);
  addGroups(complete);
  if (complete.length > 0 && partial.length > 0) elements.push(element('p', texts.alsoPartial));
  addGroups(partial);
  return elements;
}

/** Renders a button for each topic that some results have and others do not. */
function topicButtons({ results }: Answer, query: Query, search: (query: Query) => void): HTMLElement[] {
  const topics = [...new Set(results.flatMap((result) => result.topics))].sort();
  const useful = topics.filter((topic) => results.some((result) => !result.topics.includes(topic)));
  if (useful.length === 0) return [];
  const line = element('p', '');
  for (const topic of useful.slice(0, 5))
    line.append(
      button(fillTemplate(texts.onlyTopic, { topic }), () => search({ ...query, filters: { topic } })),
      ' ',
    );
  return [line];
}

function list(results: readonly Result[], root: string): HTMLElement {
  const list = document.createElement('ol');
  for (const result of results) {
    const item = document.createElement('li');
    item.dir = 'auto'; // of its own language, which is not in the index
    const link = element('a', result.title);
    link.href = passageLink(result, root);
    const excerpt = document.createElement('p');
    excerpt.dir = 'auto';
    for (const { text, isMatch } of result.segments) excerpt.append(isMatch ? element('mark', text) : text);
    item.append(link);
    if (result.missing.length > 0) {
      const missing = result.missing.map((text) => fillTemplate(texts.quoted, { text })).join(', ');
      item.append(' ', element('small', fillTemplate(texts.without, { words: missing })));
    }
    item.append(excerpt);
    list.append(item);
  }
  return list;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', label);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}
