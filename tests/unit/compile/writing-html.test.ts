import { describe, expect, it } from 'vitest';
import { compiledInFolder } from './compiled-in-folder.ts';
import { files, html, problems } from './written-text.ts';

describe('HTML', () => {
  it.each([
    ['before <!-- secret --> after', 'before  after'],
    ['a\n\n<!--\nsecret\n\nsecret\n-->\n\nb', '<p>a</p>'],
    ['- a <!-- secret -->', '<li>a'],
    ['> a <!-- secret -->', '<p>a'],
    ['## A <!-- secret -->', '<h2 id="a">'],
    ['a <!-- secret */ --> b', 'a  b'],
  ])('comments are left out: %j', async (text, part) => {
    for (const mdx of [false, true]) {
      const made = await html(text, mdx);
      expect(made).not.toContain('secret');
      expect(made).not.toContain('<!--');
      expect(made).toContain(part);
    }
  });

  it('comments in code stay', async () => {
    const made = await html('`<!-- a -->` and <!-- b -->\n\n```html\n<!-- c -->\n```', true);
    expect(made).toContain('&#x3C;!-- a -->');
    expect(made).toContain('&#x3C;!-- c -->');
  });

  it.each(['<a name="oil"></a>Oil', '<a name="oil">Oil</a>', '<a id="oil"></a>Oil', '<a name="oil" />Oil'])(
    'a target: %j',
    async (text) => {
      for (const mdx of [false, true]) expect(await html(text, mdx)).toMatch(/<(?:a|p) id="oil">/);
    },
  );

  it.each([
    ['<div />\n\nafter', '<div></div>\n<p>after</p>'],
    ['<span/> after', '<span></span> after'],
    ['<br/> <img src="lamp.png" alt="a"/> after', '<br> <picture>'],
  ])('closed with a slash takes nothing with it: %j', async (text, part) => {
    expect(await html(text)).toContain(part);
  });

  it.each([
    '<img src="./lamp.png" alt="A">',
    '<img src="lamp.png" alt="A" />',
    '<p><img alt="A" src="./img/a.png" /></p>',
  ])('pictures are made like those of Markdown: %j', async (text) => {
    expect(await html(text)).toContain('<img __ASTRO_IMAGE_=');
    if (text.includes('/>')) expect(await html(text, true)).toContain('<img __ASTRO_IMAGE_=');
  });

  it('a picture that is not there is named, with one that is', async () => {
    const made = await compiledInFolder('A\n\n<img src="./lamb.png" alt="A">', { files });
    expect(made.problems).toEqual(['text/missing-image:3']);
    expect(made.messages[0]).toContain('Did you mean `./lamp.png`?');
    expect(await problems('![A](./LAMP.png)')).toEqual(['text/missing-image:1']);
  });

  it.each(['<p align="center">A</p>', '<center>A</center>', '<div style="text-align: center;">A</div>'])(
    'in the middle: %j',
    async (text) => {
      expect(await html(text)).toContain('class="align-center"');
    },
  );

  it('of earlier days is written as it is now', async () => {
    expect(await html('<font color="red">A</font> <tt>b</tt> <strike>c</strike>')).toContain(
      '<span>A</span> <code>b</code> <s>c</s>',
    );
  });

  it('`class` is fine in .mdx', async () => {
    expect(await html('<p class="x">A</p>', true)).toBe('<p class="x">A</p>');
  });
});

describe('captions', () => {
  it('hold marks, formulas and notes', async () => {
    const made = await html(
      '<Figure id="fig-a" src="./lamp.png" alt="A" caption="Of `code`, $x$, H~2~O^[a note]" />\n\n<Epigraph source="*Book*">A</Epigraph>',
      true,
    );
    expect(made).toMatch(
      /<\/span> Of <code>code<\/code>, <math>.*<\/math>, H<sub>2<\/sub>O<sup><a href="#fn-/s,
    );
    expect(made).toContain('<figcaption><em>Book</em></figcaption>');
  });

  it('of plain words are as they were', async () => {
    const caption = 'It’s plain -- "really".';
    expect(await html(`<Figure id="fig-a" src="./lamp.png" alt="A" caption='${caption}' />`, true)).toContain(
      '</span> It’s plain -- "really".</figcaption>',
    );
  });
});

describe('sound, film and frames', () => {
  it('<Video> and <Audio> are players with captions', async () => {
    const made = await html('<Video src="./clip.mp4" captions="./clip.vtt" caption="A *film*" />', true);
    expect(made).toContain(
      '<track kind="captions" src="./clip.vtt" srclang="en" label="English" default></video>',
    );
    expect(made).toContain('<figcaption>A <em>film</em></figcaption>');
    expect(await problems('A\n\n<Audio src="./gone.mp3" />', true)).toEqual(['text/missing-file:3']);
    expect(await problems('<Video />', true)).toEqual(['text/missing-attribute:1']);
    expect(await problems('<video src="https://x.example/a.mp4"></video>')).toEqual(['text/remote-media:1']);
  });

  it.each([
    ['<Embed src="https://youtu.be/abc" title="F" />', true],
    ['<Embed src="https://www.youtube.com/watch?v=abc" title="F" />', true],
    ['<iframe src="https://www.youtube.com/embed/abc" title="F" allowfullscreen></iframe>', true],
    ['<iframe src="//www.youtube.com/embed/abc" title="F" width="560" height="315" />', false],
  ])('a frame from a listed host asks nothing before a reader does: %s', async (text, mdx) => {
    const made = await compiledInFolder(`${text}\n\nafter`, { mdx, embeds: ['www.youtube.com'] });
    expect(made.problems).toEqual([]);
    expect(made.html).toContain('<iframe name="frame-1" title="F" allow=');
    expect(made.html).not.toMatch(/ src="/);
    expect(made.html).toContain('<a href="https://www.youtube.com/embed/abc" target="frame-1">Show “F” here');
    expect(made.html).toContain('<a href="https://www.youtube.com/watch?v=abc">');
    expect(made.html).toContain('>after</p>');
  });

  it.each([
    ['<iframe src="https://x.example/"></iframe>', 'text/unknown-frame:1'],
    ['<Embed src="https://x.example/" />', 'text/unknown-frame:1'],
    ['<Embed src="film.mp4" />', 'text/invalid-frame:1'],
    ['<Embed />', 'text/missing-attribute:1'],
    ['<iframe srcdoc="a" name="frame-1"></iframe>', 'text/refused-element:1'],
  ])('any other is named: %s', async (text, problem) => {
    expect(await problems(text, true)).toEqual([problem]);
  });
});

it('an element that is none is named as its author wrote it', async () => {
  const made = await compiledInFolder('Text.\n\n<RecentPlays>\na\n</RecentPlays>', { files });
  expect(made.messages.join('')).toContain('`<RecentPlays>` is not an element');
});
