import { readFileSync, writeFileSync } from 'node:fs';
import { selectAll } from 'hast-util-select';
import { expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

it('has a page at every alias that leads to the essay, and lets through links that are known to be broken', async () => {
  const site = scratchLibrary('redirects');
  site.write('bees', 'Bees. [gone](/gone/) [old](/2019/bees.html)');
  site.edit('bees', 'published:', 'aliases: [/2019/bees.html, /p/bees]\npublished:');
  const file = `${site.content}/site.ts`;
  const configuration = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    configuration.replace(
      '  citations:',
      "  brokenLinks: [{ address: '/gone/', why: 'It went.' }],\n  citations:",
    ),
  );
  expect(await site.run('build')).toMatchObject({ code: 0 });
  for (const [path, up] of [
    ['2019/bees.html', '../'],
    ['p/bees/index.html', '../../'],
  ]) {
    const page = site.page(path ?? '');
    const [refresh] = selectAll('meta[http-equiv=refresh]', page);
    expect(refresh?.properties['content']).toBe(`0; url=${up}essays/bees/`);
    expect(selectAll('a', page).map(({ properties }) => properties['href'])).toEqual([`${up}essays/bees/`]);
    expect(selectAll('link[rel=canonical]', page)[0]?.properties['href']).toBe(
      'https://fixture.example/essays/bees/',
    );
  }
  site.edit('bees', '/p/bees', '/about/');
  const { code, output } = await site.run('build');
  expect(code).toBe(1);
  expect(output).toMatch(
    /bees\/index\.mdx:4: The address `\/about\/` in `aliases` belongs to the page `about`\./,
  );
});
