import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { fragmentOf } from '../../document/address.ts';
import { nearest } from '../../document/nearest.ts';
import { problem } from '../../document/problem.ts';
import { readingTimes } from '../../document/reading-times.ts';
import { visit } from '../../document/visit.ts';
import { idsIn } from '../blocks.ts';
import { isAttribute } from '../child-attribute.ts';
import type { ComponentNode } from '../components/component.ts';
import { pathBeside } from '../file-beside.ts';
import { attributeOf } from '../jsx-element.ts';
import { headingNames } from '../outline-of.ts';
import { report } from '../report.ts';
import { type TimedCue, timedCues } from '../timed-cues.ts';
import { attributeContent } from './expand-components.ts';

/** The texts of a reading, in the language of the text. */
export interface ReadingWords {
  title: string;
  sections: string;
  follow: string;
}

/**
 * Makes of `<Audio of="this">` a recording of the text: a link to it, a player, and a list of when each section begins.
 * Its times, a file of WebVTT whose cues are named by ids of the text, are checked.
 */
export function readings({ words }: { words: ReadingWords }) {
  return (tree: Root, file: VFile) => {
    visit(tree, (node, index, parent) => {
      if (!isReading(node) || !parent || index === undefined) return;
      const player = node.children.find((child) => child.type === 'element' && child.tagName === 'audio');
      if (player?.type !== 'element') return;
      const address = String(player.properties['src']);
      const cues = cuesOf(player, tree, file);
      const caption = attributeContent(node, 'caption');
      parent.children[index] = h(
        'figure.media.reading',
        { id: attributeOf(node, 'id'), dataFollow: words.follow },
        [
          h('figcaption', [
            h('a', { href: address }, words.title),
            ...(caption.length > 0 ? ['. ', ...caption] : []),
          ]),
          ...node.children.filter((child) => !isAttribute(child)),
          ...sectionList(cues, headingNames(tree), address, words.sections),
        ],
      );
      return index + 1;
    });
  };
}

function isReading(node: { type: string }): node is ComponentNode {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    'name' in node &&
    node.name === 'Audio' &&
    'data' in node &&
    typeof node.data === 'object' &&
    node.data !== null &&
    'isReading' in node.data
  );
}

/** The cues of a player's times; none where there are none, or where they are wrong, which is reported. */
function cuesOf(player: Element, tree: Root, file: VFile): TimedCue[] {
  const track = player.children.find((child) => child.type === 'element' && child.tagName === 'track');
  const path = track?.type === 'element' ? pathBeside(String(track.properties['src'])) : null;
  if (path === null || !file.path) return [];
  const text = textAt(join(dirname(file.path), path));
  if (text === null) return []; // reported as missing with all other files
  const name = join(dirname(file.data.name ?? file.path), path);
  const read = timedCues(text);
  if ('wrongLine' in read) {
    report(file, problem('text/times-format', {}, { file: name, line: read.wrongLine }));
    return [];
  }
  const ids = idsIn(tree);
  let last = 0;
  for (const { id, start, end, line } of read.cues) {
    const at = { file: name, line };
    if (!ids.includes(id))
      report(
        file,
        problem('text/times-unknown-id', { id }, { file: name, line: line - 1 }, nearest(id, ids)),
      );
    if (start < last || end <= start) report(file, problem('text/times-order', {}, at));
    last = Math.max(last, start);
  }
  return read.cues;
}

function textAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Links to the sections, each beside one that plays the recording from there, without any script. */
function sectionList(
  cues: readonly TimedCue[],
  headings: ReadonlyMap<string, string>,
  recording: string,
  title: string,
): Element[] {
  const items = cues.flatMap(({ id, start }) => {
    const heading = headings.get(id);
    if (heading === undefined) return [];
    const time = h('a', { href: `${recording}#t=${start}` }, clock(start));
    return [h('li', [time, ' ', h('a', { href: fragmentOf(id) }, heading)])];
  });
  return items.length > 0
    ? [h('details', { className: [readingTimes] }, [h('summary', title), h('ul', items)])]
    : [];
}

/** `0:07`, `12:30`, `1:02:03`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (figure: number) => String(figure).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}
