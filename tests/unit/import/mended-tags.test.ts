import { describe, expect, it } from 'vitest';
import { otherSite } from './other-site.ts';
import { paged, post } from './post.ts';

describe('the tags of a site itself', () => {
  it('are what Jekyll includes, with what is given to it', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      '_includes/thanks.html':
        '{% comment %} x {% endcomment %}<p>Thanks, {{ include.name }}: <a href="{{ site.url }}/a/">a</a>.</p>\n',
      '_includes/hard.html': '{% if include.a %}x{% endif %}',
      '_posts/2020-01-01-a.md': post('{% include "thanks.html" name="Ada" %}\n\n`{% include thanks.html %}`'),
      '_posts/2020-01-02-b.md': post('{% include hard.html a="1" %}'),
    });
    const report = await site.run();
    expect(site.source('a').text).toContain('<p>Thanks, Ada: <a href="https://old.example/a/">a</a>.</p>');
    expect(report).toContain('a.md:8: what `_includes/thanks.html` holds was put in the place of `include`');
    expect(site.source('b').fields.draft).toBe(true);
  });

  it('are shortcodes of Hugo that only print, and boxes', async () => {
    const site = otherSite({
      'hugo.toml': 'baseURL = "https://old.example/"\n',
      'layouts/shortcodes/key.html': '{{/* a key */}}<kbd>{{ .Get 0 }}</kbd>',
      'themes/t/layouts/shortcodes/lead.html': '<div class="lead">{{ .Inner | markdownify }}</div>',
      'layouts/shortcodes/loop.html': '{{ range .Params }}x{{ end }}',
      'content/posts/a.md': post(
        'Press {{< key "Esc" >}}.\n\n{{% lead %}}\n*First*.\n{{% /lead %}}\n\n{{< admonition type="tip" title="So" >}}\nDo it.\n{{< /admonition >}}\n\n{{% notice warning %}}\nBeware.\n{{% /notice %}}\n\n{{< details "More" >}}\nAll.\n{{< /details >}}',
      ),
      'content/posts/b.md': post('{{< loop a b >}}'),
    });
    await site.run();
    expect(site.source('a').text).toBe(
      paged(
        'Press <kbd>Esc</kbd>.\n\n<div class="lead">\n\n*First*.\n\n</div>\n\n:::tip[So]\n\nDo it.\n\n:::\n\n:::warning\n\nBeware.\n\n:::\n\n<details>\n<summary>More</summary>\n\nAll.\n\n</details>',
      ),
    );
    expect(site.source('a').fields.draft).toBeUndefined();
    expect(site.source('b').fields.draft).toBe(true);
  });

  it('are shortcodes of Hugo that show what is between them as code, with a fence long enough', async () => {
    const site = otherSite({
      'hugo.toml': 'baseURL = "https://old.example/"\n',
      'layouts/shortcodes/high.html':
        '{{ $lang := .Get 0 }}{{ $code := trim .Inner "\\n" }}{{ if eq "a" $lang }}b{{ end }}{{ highlight $code $lang "" }}',
      'layouts/shortcodes/named.html': '<b>{{ .Get 0 }}</b>{{ highlight (trim .Inner "\\n") "rust" "" }}',
      'content/posts/a.md': post(
        'One:\n{{< high text >}}\n  let a: Vec<T>;\n\n```\n{{< /high >}}\n\n{{< named "x" >}}\nfn a() {}\n{{< /named >}}\n\n{{< highlight md >}}\n```js\n```\n{{< /highlight >}}',
      ),
    });
    await site.run();
    expect(site.source('a').text).toBe(
      paged(
        'One:\n\n\n````text\n  let a: Vec<T>;\n\n```\n````\n\n\n\n\n\n```rust\nfn a() {}\n```\n\n\n\n````md\n```js\n```\n````',
      ),
    );
    expect(site.source('a').fields.draft).toBeUndefined();
  });

  it('print what the text says of itself', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      '_posts/2020-01-01-a.md': post(
        '[{{ title }}]({{ external_url }}) {{ page.place }} {{ other }}',
        'date: 2020-01-01\nexternal_url: https://e.example/\nplace: Oslo\n',
      ),
    });
    const report = await site.run();
    expect(site.source('a').text).toBe(paged('[A](https://e.example/) Oslo {{ other }}'));
    expect(report.match(/tag of another program|code of another program/g)).toHaveLength(1);
  });

  it('say once what is wrong in many lines', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      '_posts/2020-01-01-a.md': post('{% x %}\n\na\n\n{% x %}\n\n{% x %}'),
    });
    const report = await site.run();
    expect(report).toMatch(/index\.md:12: `\{% x %\}` is .* \(Also on lines 16, 18\.\)/);
    expect(report.match(/\{% x %\}/g)).toHaveLength(1);
  });

  it('are boxes and quotations of Hexo', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      'source/_posts/a.md': post(
        '{% note info %}\nOne.\n{% endnote %}\n\n{% blockquote Ada, A Book %}\nTwo.\n{% endblockquote %}',
      ),
    });
    await site.run();
    expect(site.source('a').text).toBe(paged(':::info\n\nOne.\n\n:::\n\n> Two.\n>\n> — Ada, A Book'));
  });

  it('print the link to another text among words', async () => {
    const site = otherSite({
      '_config.yml': 'url: https://old.example\n',
      '_posts/2020-01-01-a.md': post('See {% post_url 2020-01-02-b %} and [b]({% post_url 2020-01-02-b %}).'),
      '_posts/2020-01-02-b.md': post(''),
    });
    await site.run();
    expect(site.source('a').text).toBe(paged('See [2020-01-02-b](/essays/b/) and [b](/essays/b/).'));
  });
});

it('takes the tags of a template that HTML shows as code for code', async () => {
  const site = otherSite({ 'a.md': post('<pre>{{ .Title }}</pre>') });
  await site.run();
  expect(site.source('a').fields.draft).toBeUndefined();
});
