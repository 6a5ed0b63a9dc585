import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Card } from '../../../src/cards/card.ts';
import { cardFonts } from '../../../src/cards/card-fonts.ts';
import { coveredLetters } from '../../../src/cards/covered-letters.ts';
import { drawCards } from '../../../src/cards/draw-cards.ts';
import type { Drawing } from '../../../src/cards/drawing-process.ts';

const card = (title: string, more: Partial<Card> = {}): Drawing => ({
  card: { title, subtitle: '', site: 'A Site', language: 'en', shape: 'preview', ...more },
});

const long = 'Łódź, Ångström & <Việt Nam>: a title that is as long as the longest may be, '
  .repeat(2)
  .slice(0, 160);
const drawings: Record<string, Drawing> = {
  latin: card('Why Lighthouses Go Dark', { subtitle: 'And what stayed lit' }),
  withoutSubtitle: card('Why Lighthouses Go Dark'),
  greek: card('Η ιστορία', { language: 'el' }),
  cyrillic: card('Почему гаснут маяки', { language: 'ru' }),
  long: card(long, { subtitle: `${long} and forty letters more, which is the most` }),
  japanese: card('縦にも横にも読める文章', { language: 'ja' }),
  arabic: card('مقال من اليمين إلى اليسار', { language: 'ar' }),
  mixed: card('A word of Greek and 日本語'),
  longWord: card(`Donau${'dampfschifffahrts'.repeat(8)}gesellschaft`, { language: 'de' }),
  emoji: card('🕯️🗼'),
  emojiBeside: card('Light 🕯️'),
  quotes: card('“A & B” <i>"c"</i> &amp; \'d\''),
  hebrew: card('מאמר על אור', { language: 'he' }),
  chinese: card('光', { language: 'zh' }),
  blank: card('\u200b'),
  cover: card('Why Lighthouses Go Dark', { shape: 'cover' }),
  picture: { picture: join(process.cwd(), 'tests/specimen/essays/specimen/waves.png') },
};

async function drawn(names: readonly string[]): Promise<Record<string, Buffer>> {
  const results: Record<string, Buffer> = {};
  const wanted = names.flatMap((name) => drawings[name] ?? []);
  await drawCards(wanted, (index, bytes) => {
    results[names[index] ?? ''] = Buffer.from(bytes);
  });
  return results;
}

const sums = (results: Record<string, Buffer>) =>
  Object.fromEntries(
    Object.entries(results).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  );

const names = Object.keys(drawings);
let results: Record<string, Buffer>;
beforeAll(async () => {
  results = await drawn(names);
});

describe('cards', () => {
  it('are pictures of the size that was promised', async () => {
    for (const name of names) {
      const { width, height, format } = await sharp(results[name]).metadata();
      expect([name, width, height]).toEqual([name, ...(name === 'cover' ? [1000, 1600] : [1200, 630])]);
      expect(format).toBe(name === 'picture' ? 'jpeg' : 'png');
    }
  });

  it('have the same bytes in another order, in another process, with other fonts and another locale', async () => {
    vi.stubEnv('LC_ALL', 'ja_JP.UTF-8');
    vi.stubEnv('FONTCONFIG_FILE', '/nowhere/fonts.conf');
    const again = await drawn(names.toReversed());
    vi.unstubAllEnvs();
    expect(sums(again)).toEqual(expect.objectContaining(sums(results)));
  });

  it('say what they are given: each line changes the picture', () => {
    const { latin, withoutSubtitle, greek, cyrillic, long } = sums(results);
    expect(new Set([latin, withoutSubtitle, greek, cyrillic, long]).size).toBe(5);
  });

  it('are plain, and all the same, where the fonts lack a letter of the title', async () => {
    const { japanese, ...others } = sums(results);
    for (const name of ['arabic', 'mixed', 'emoji', 'emojiBeside', 'hebrew', 'chinese', 'blank'])
      expect([name, others[name]]).toEqual([name, japanese]);
    const bytes = (name: string) => results[name]?.length ?? 0;
    expect(bytes('japanese')).toBeLessThan(bytes('withoutSubtitle') / 2); // dots and the site's name, no boxes
  });

  it.each(['long', 'longWord', 'quotes'])('keep their margin, however long the title: %s', async (name) => {
    const { data, info } = await sharp(results[name]).greyscale().raw().toBuffer({ resolveWithObject: true });
    const dark = (left: number, right: number, top: number, bottom: number) => {
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++)
          if ((data[(y * info.width + x) * info.channels] ?? 255) < 200) return [x, y];
      return null;
    };
    expect(dark(0, 80, 0, 630)).toBe(null);
    expect(dark(1120, 1200, 0, 630)).toBe(null);
    expect(dark(0, 1200, 552, 630)).toBe(null);
    expect(dark(80, 1120, 478, 500)).toBe(null); // between the subtitle and the name of the site
    expect(dark(80, 1120, 80, 478)).not.toBe(null);
  });
});

describe('the fonts of cards', () => {
  it('cover Latin, Greek, Cyrillic and Vietnamese, and neither Hebrew nor Chinese', async () => {
    const folder = join(await cardFonts(), 'fonts');
    const letters = new Set(
      readdirSync(folder).flatMap((name) => [...coveredLetters(readFileSync(join(folder, name)))]),
    );
    const has = (text: string) => [...text].map((letter) => letters.has(letter.codePointAt(0) ?? 0));
    expect(has('Aé—’Łżαώяђệ₫').filter((one) => !one)).toEqual([]);
    expect(has('ש縦م😀').filter((one) => one)).toEqual([]);
  });
});
