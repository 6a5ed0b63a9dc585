import type { Code, Root } from 'mdast';
import { visit } from '../../document/visit.ts';

/** What stands behind the language of a block of code, read. */
interface CodeMeta {
  language: string | null;
  title: string | null;
  id: string | null;
  /** Lines to mark, counted from 1. */
  marked: number[];
}

/**
 * Reads the title and the marked lines of a block of code: `title="a.js"` (or `filename=`), `{1,3-4}`, also without a space behind
 * the language, `js:a.js`, and Pandoc's `{.js #id}`. They travel as data of the element, which `codeBlocks` shows.
 */
export function codeTitles() {
  return (tree: Root) => {
    visit(tree, 'code', (node) => {
      const { language, title, id, marked } = readMeta(node);
      node.lang = language;
      if (title === null && marked.length === 0 && id === null) return;
      node.data = {
        ...node.data,
        hProperties: {
          ...(title === null ? {} : { dataTitle: title }),
          ...(marked.length === 0 ? {} : { dataMarked: marked.join(' ') }),
          ...(id === null ? {} : { dataId: id }),
        },
      };
    });
  };
}

function readMeta({ lang, meta }: Code): CodeMeta {
  const rest = ` ${meta ?? ''}`;
  const whole = `${lang ?? ''}${rest}`;
  const pandoc = /^\{([^}]*)\}/.exec(whole)?.[1];
  if (pandoc !== undefined && !/^[\d,\s-]+$/.test(pandoc))
    return {
      language: /(?:^|\s)\.([\w+#-]+)/.exec(pandoc)?.[1] ?? null,
      id: /(?:^|\s)#([^\s}]+)/.exec(pandoc)?.[1] ?? null,
      title: settingIn(pandoc, 'title|filename|name|file|caption'),
      marked: [],
    };
  const [, name = '', lines, title] = /^([^\s{:]*)(?:\{([^}]*)\})?(?::(\S+))?/.exec(lang ?? '') ?? [];
  const ranges =
    lines ??
    /(?:^|\s)(?:highlight=|mark=)?\{([\d,\s-]+)\}/.exec(rest)?.[1] ??
    /(?:^|\s)(?:hl_lines|highlight|mark)=["']?([\d,\s-]*\d)/.exec(rest)?.[1] ??
    '';
  return {
    language: name === '' ? null : name,
    title:
      settingIn(rest, 'title|filename|name|file|caption') ??
      /(?:^|\s)\[([^\]]+)\]/.exec(rest)?.[1] ??
      title ??
      null,
    id: null,
    marked: linesIn(ranges),
  };
}

function settingIn(text: string, names: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:${names})=(?:"([^"]*)"|'([^']*)'|([^\\s"'{}]+))`).exec(text);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

/** `1,3-4` as numbers. */
function linesIn(ranges: string): number[] {
  return ranges.split(/[,\s]+/).flatMap((range) => {
    const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    if (first === undefined || last === undefined) return [];
    const count = Math.min(Number(last) - Number(first), 10_000) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, index) => Number(first) + index);
  });
}
