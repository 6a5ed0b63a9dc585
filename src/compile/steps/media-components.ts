import type { Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import type { ComponentNode } from '../components/component.ts';
import { attributeOf } from '../jsx-element.ts';
import { positionOf, report } from '../report.ts';

/** Attributes of the components that become those of the player. */
const ofPlayer = ['src', 'poster', 'captions', 'width', 'height', 'of', 'times'];

/**
 * Puts the player into `<Video src="./a.mp4" captions="./a.vtt" />` and `<Audio src="./a.mp3" />`, so that its files are
 * found and checked like all others. What `of="this"` says of a sound is reported here, or done by `readings.ts`.
 */
export function mediaComponents() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      if (!isJsx(node) || (node.name !== 'Video' && node.name !== 'Audio')) return;
      const src = attributeOf(node, 'src');
      if (src === undefined) return; // reported as missing with all other attributes
      const [poster, captions, width, height, of, times] = givenTo(node);
      for (const address of [captions, times])
        if (address !== undefined && !/\.vtt$/i.test(address))
          report(file, problem('text/captions-format', { address }, positionOf(file, node)));
      const isReading = node.name === 'Audio' && of === 'this';
      if (of !== undefined && !isReading)
        report(file, problem('text/unknown-reading', { name: node.name, of }, positionOf(file, node)));
      if (times !== undefined && of === undefined)
        report(
          file,
          problem('text/missing-attribute', { name: node.name, attribute: 'of' }, positionOf(file, node)),
        );
      const language = file.data.language ?? 'en';
      const label = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
      const track = captions
        ? [h('track', { kind: 'captions', src: captions, srcLang: language, label, default: true })]
        : [];
      if (isReading && times !== undefined) track.push(h('track', { kind: 'metadata', src: times }));
      const player =
        node.name === 'Audio'
          ? h('audio', { controls: true, preload: 'none', src }, track)
          : h(
              'video',
              {
                controls: true,
                playsInline: true,
                preload: poster ? 'none' : 'metadata',
                src,
                poster,
                width,
                height,
              },
              track,
            );
      if (node.position) for (const one of [player, ...track]) one.position = node.position;
      node.attributes = node.attributes.filter(
        (one) => one.type !== 'mdxJsxAttribute' || !ofPlayer.includes(one.name),
      );
      node.children = [player, ...node.children];
      node.data = { ...node.data, hasPlayer: true, ...(isReading ? { isReading } : {}) };
    });
  };
}

function givenTo(node: ComponentNode): (string | undefined)[] {
  return ['poster', 'captions', 'width', 'height', 'of', 'times'].map((name) => attributeOf(node, name));
}

declare module 'mdast-util-mdx-jsx' {
  interface MdxJsxFlowElementHastData {
    /** True where the player is inside already. */
    hasPlayer?: boolean;
    /** True for a recording of the text itself. */
    isReading?: boolean;
  }
  interface MdxJsxTextElementHastData {
    hasPlayer?: boolean;
    isReading?: boolean;
  }
}

function isJsx(node: { type: string }): node is ComponentNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}
