import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cache } from '../cache/cache.ts';
import { codeVersion, keyOf } from '../cache/key.ts';
import type { Card } from '../cards/card.ts';
import { drawCards } from '../cards/draw-cards.ts';
import type { Drawing } from '../cards/drawing-process.ts';
import { cardAddress } from '../document/address.ts';
import type { Frontmatter } from '../document/frontmatter.ts';
import type { MadeFile } from '../document/made-file.ts';
import { nearest } from '../document/nearest.ts';
import { type Problem, problem } from '../document/problem.ts';
import { contentFolder, root } from '../paths.ts';
import { pictureProblems } from './picture-problems.ts';
import type { CompiledText } from './text-compiler.ts';

/** Sources that decide what a card looks like. */
const cardCode = ['src/cards', 'src/document/preview-card.ts', 'package-lock.json'];

type EssayText = CompiledText<Frontmatter>;

/** A drawing with the key under which the cache has it. */
interface Keyed {
  drawing: Drawing;
  key: string;
}

/**
 * The pictures of essays for previews of links to them and as covers of their books, from the cache where nothing
 * that they say has changed.
 * @param siteName is on each of them
 * @param language of the site
 */
export function siteCards(cache: Cache, siteName: string, language: string) {
  const version = codeVersion(root, cardCode);

  const cardOf = ({ metadata }: EssayText, shape: Card['shape']): Keyed => {
    const { title, subtitle = '', language } = metadata;
    return ofCard({ title, subtitle, site: siteName, language, shape });
  };
  const ofCard = (card: Card): Keyed => ({ drawing: { card }, key: keyOf(version, JSON.stringify(card)) });
  const previewOf = (essay: EssayText): Keyed => {
    const picture = ownPicture(essay);
    if (picture === null) return cardOf(essay, 'preview');
    return { drawing: { picture }, key: keyOf(version, readFileSync(picture)) };
  };
  const libraryCover = ofCard({ title: siteName, subtitle: '', site: siteName, language, shape: 'cover' });
  const bytesOf = ({ key }: Keyed) => cache.getKept('card', key);

  return {
    /** What is wrong with the pictures that authors chose. */
    async problems(essays: readonly EssayText[]): Promise<Problem[]> {
      const found: Problem[] = [];
      for (const { file, path, metadata } of essays) {
        if (!metadata.image) continue;
        const { source, alt } = metadata.image;
        const pictures = [{ source: encodeURI(source), alt, line: 1 }];
        if (existsSync(join(dirname(path), source)))
          found.push(...(await pictureProblems({ file, path, pictures }, contentFolder, cache)));
        else found.push(missing(source, file, dirname(path)));
      }
      return found;
    },
    /** Draws what is not in the cache. @param signal ends it early */
    async draw(essays: readonly EssayText[], signal: AbortSignal): Promise<void> {
      const all = [...essays.flatMap((essay) => [previewOf(essay), cardOf(essay, 'cover')]), libraryCover];
      const missing = all.filter(({ key }) => !cache.keep('card', key));
      await drawCards(
        missing.map(({ drawing }) => drawing),
        (index, bytes) => cache.put('card', missing[index]?.key ?? '', bytes),
        signal,
      );
    },
    /** The previews as files of the site, each read when it is asked for its content. */
    files(essays: readonly EssayText[]): MadeFile[] {
      return essays.map((essay) => {
        const preview = previewOf(essay);
        const address = cardAddress(essay.slug, 'card' in preview.drawing ? 'png' : 'jpg');
        return {
          path: address.slice(1),
          key: preview.key,
          get content() {
            return bytesOf(preview);
          },
        };
      });
    },
    /** The cover of an essay's book, a PNG, after it was drawn. */
    cover: (essay: EssayText) => bytesOf(cardOf(essay, 'cover')),
    /** The cover of the book of all essays. */
    libraryCover: () => bytesOf(libraryCover),
  };
}

function missing(source: string, file: string, folder: string): Problem {
  const images = readdirSync(folder).filter((name) => /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(name));
  const near = nearest(source.replace('./', ''), images);
  const values = { address: source, images: images.join(', ') || 'none' };
  return problem('text/missing-image', values, { file, line: 1 }, near && `./${near}`);
}

/** @returns its absolute path; null where the author chose none */
function ownPicture({ path, metadata }: EssayText): string | null {
  return metadata.image ? join(dirname(path), metadata.image.source) : null;
}
