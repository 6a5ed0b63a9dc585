import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { selectAll } from 'hast-util-select';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

const library = scratchLibrary('media');
const folder = dirname(library.essay('film'));

beforeAll(async () => {
  const { content, write } = library;
  const site = join(content, 'site.ts');
  writeFileSync(
    site,
    readFileSync(site, 'utf8').replace('navigation:', "embeds: ['films.example'],\n  navigation:"),
  );
  write(
    'film',
    'Text <!-- a secret -->',
    '<Video src="./clip.mp4" poster="./still.png" caption="A *film*." />',
    '<iframe src="https://films.example/one" title="One"></iframe>',
    'A [paper](./paper.pdf) and [the other](../plain/index.mdx).',
    '![A line](./still.png)',
  );
  write('plain', 'Text.');
  write('not-yet', 'A [draft](./draft.pdf).');
  library.edit('not-yet', '---\n\n', 'draft: true\n---\n\n');
  for (const name of ['clip.mp4', 'paper.pdf', 'unnamed.pdf']) writeFileSync(join(folder, name), name);
  writeFileSync(join(dirname(library.essay('not-yet')), 'draft.pdf'), 'draft');
  cpSync('tests/specimen/essays/specimen/waves.png', join(folder, 'still.png'));
  const { code, output } = await library.run('build');
  expect(code, output).toBe(0);
});

describe('what lies beside a text', () => {
  it('is published beside its page where the text names it, and nothing of a draft', () => {
    const there = (path: string) => existsSync(join(library.out, path));
    expect(readFileSync(join(library.out, 'essays/film/clip.mp4'), 'utf8')).toBe('clip.mp4');
    expect(there('essays/film/paper.pdf')).toBe(true);
    expect(there('essays/film/still.png')).toBe(true); // a poster is one file
    expect(there('essays/film/unnamed.pdf')).toBe(false);
    expect(there('essays/not-yet/draft.pdf')).toBe(false);
  });

  it('is a picture in AVIF, then in WebP, with its size', () => {
    const page = library.page('essays/film/index.html');
    const [source] = selectAll('picture > source', page);
    const [picture] = selectAll('picture > img', page);
    expect(Object.keys(source?.properties ?? {}).sort()).toEqual([
      'height',
      'sizes',
      'srcSet',
      'type',
      'width',
    ]);
    expect(source?.properties['type']).toBe('image/avif');
    expect(String(source?.properties['srcSet'])).toMatch(/_astro\/still\.[^ ]+\.avif 640w/);
    expect(picture?.properties).toMatchObject({ width: 900, height: 540, alt: 'A line', loading: 'lazy' });
    expect(String(picture?.properties['src'])).toMatch(/\.webp$/);
  });

  it('has a policy that lets it be shown, on its page alone', () => {
    const policy = (path: string) =>
      String(
        selectAll('meta[http-equiv="Content-Security-Policy"]', library.page(path))[0]?.properties['content'],
      );
    expect(policy('essays/film/index.html')).toContain("; media-src 'self';");
    expect(policy('essays/film/index.html')).toContain('; frame-src https://films.example;');
    expect(policy('essays/plain/index.html')).not.toMatch(/media-src|frame-src/);
  });

  it('asks nothing of another site before a reader does', () => {
    const [frame] = selectAll('iframe', library.page('essays/film/index.html'));
    expect(frame?.properties).toMatchObject({ name: 'frame-1', title: 'One' });
    expect(frame?.properties['src']).toBeUndefined();
    const [link] = selectAll('a[target="frame-1"]', library.page('essays/film/index.html'));
    expect(link?.properties['href']).toBe('https://films.example/one');
  });

  it('leaves comments out', () => {
    expect(readFileSync(join(library.out, 'essays/film/index.html'), 'utf8')).not.toContain('a secret');
  });
});

it('a file that is not there stops the build, with its line', async () => {
  appendFileSync(library.essay('plain'), '\n<audio src="./gone.mp3" controls></audio>\n');
  const { code, output } = await library.run('build');
  expect(code).toBe(1);
  expect(output).toMatch(/plain\/index\.mdx:9:1: The file `\.\/gone\.mp3` does not exist/);
});
