import { dirname } from 'node:path';
import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { nearest } from '../../document/nearest.ts';
import { problem } from '../../document/problem.ts';
import { visit } from '../../document/visit.ts';
import { fileBeside, namesIn, pathBeside } from '../file-beside.ts';
import { positionOf, report } from '../report.ts';

declare module 'vfile' {
  interface DataMap {
    /** Files beside the text that its page needs beside the pictures: sounds, films, what links lead to. */
    files: string[];
  }
}

const picture = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** What other programs show where Markdown has a picture. */
const noPicture =
  /\.(?:3gp|aac|avi|docx?|epub|flac|m4[av]|mkv|mov|mp[34]|mpe?g|og[agv]|opus|pdf|wav|webm|zip)$/i;

/** Texts and pages, to which a link leads in another way, and what the site keeps beside a text. */
const noFile = /\.(?:mdx?|html?)$|(?:^|\/)(?:(?:anchors|translation\.[^.]+)\.json|\.[^/]*)$/i;

/**
 * Finds every picture, sound, film and file that lies beside the text, whether Markdown or HTML names it, and reports
 * those that do not. Its name becomes the one that the file system has.
 */
export function filesBeside() {
  return (tree: Root, file: VFile) => {
    if (!file.path) return;
    const folder = dirname(file.path);
    const find = (address: unknown) => {
      const path = typeof address === 'string' ? pathBeside(address) : null;
      return path === null ? null : { path, found: fileBeside(folder, path) };
    };
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'img') {
        const picture = find(node.properties['src']);
        if (!picture) return;
        if (picture.found !== null && noPicture.test(picture.found)) {
          report(file, problem('text/not-a-picture', { address: picture.path }, positionOf(file, node)));
          if (parent && index !== undefined)
            parent.children[index] = { type: 'text', value: String(node.properties['alt'] ?? '') };
        } else if (picture.found !== null) node.properties['src'] = addressOf(picture.found);
        else {
          reportMissing(node, picture.path, folder, file);
          if (parent && index !== undefined)
            parent.children[index] = { type: 'text', value: String(node.properties['alt'] ?? '') };
        }
        return;
      }
      for (const name of addressesIn(node)) {
        const written = String(node.properties[name]);
        const one = find(written);
        if (
          !one ||
          (node.tagName === 'a' && (one.found === null || noFile.test(one.path) || !/\.\w+$/.test(one.path)))
        )
          continue;
        if (one.found === null) {
          reportMissing(node, one.path, folder, file);
          continue;
        }
        node.properties[name] = `${addressOf(one.found)}${/[?#].*$/s.exec(written)?.[0] ?? ''}`;
        file.data.files ??= [];
        file.data.files.push(one.found);
      }
    });
  };
}

function addressesIn({ tagName, properties }: Element): string[] {
  const names =
    tagName === 'a' ? ['href'] : /^(?:audio|source|track|video)$/.test(tagName) ? ['src', 'poster'] : [];
  return names.filter((name) => typeof properties[name] === 'string');
}

/** With as few escapes as an address can have: Astro finds no picture whose name has more. */
function addressOf(path: string): string {
  const address = encodeURI(path).replaceAll(/[?#]/g, encodeURIComponent);
  return `${path.startsWith('.') ? '' : './'}${address}`;
}

function reportMissing(node: Element, path: string, folder: string, file: VFile): void {
  const isPicture = node.tagName === 'img';
  const names = namesIn(folder).filter((name) => !isPicture || picture.test(name));
  const near = nearest(path.replace(/^\.\//, ''), names);
  const at = positionOf(file, node);
  const there = names.join(', ') || 'none';
  const right = near && `./${near}`;
  if (isPicture) report(file, problem('text/missing-image', { address: path, images: there }, at, right));
  else report(file, problem('text/missing-file', { address: path, files: there }, at, right));
}
