import sharp from 'sharp';
import { expect, it } from 'vitest';
import astro from '../../../astro.config.mjs';

const avif = () => sharp('tests/specimen/essays/specimen/waves.png').resize(640).avif().toBuffer();

it('gives a picture in AVIF the same bytes on a machine with more cores', async () => {
  const setUp = async () => {
    const [steady] = [astro.integrations ?? []]
      .flat(9)
      .filter((one) => one && one.name === 'stet-steady-pictures');
    const hook = steady ? steady.hooks['astro:config:setup'] : undefined;
    expect(hook).toBeTypeOf('function');
    if (hook) await Reflect.apply(hook, undefined, [{}]);
  };
  sharp.concurrency(4);
  await setUp();
  const first = await avif();
  sharp.concurrency(2);
  await setUp();
  expect((await avif()).equals(first)).toBe(true);
});
