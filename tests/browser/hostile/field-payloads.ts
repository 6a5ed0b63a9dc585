/** What would end a place in a page, a script, a feed or an attribute, and begin one's own: for every field. */
export const breakers: readonly string[] = [
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '</script><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  '<!--<script>alert(1)',
  ']]><img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&quot; onmouseover=&quot;alert(1)',
  '[x](javascript:alert(1)) `<b onclick=alert(1)>`',
  '<a href="javascript:alert(1)">x</a>',
  '\\u003cscript>alert(1)\\u003c/script> $\u007balert(1)} {{alert(1)}}',
  '</textarea></style></noscript><img src=x onerror=alert(1)>',
];

/** The fields of an essay with a breaker in each that takes any text. */
export function fieldsWith(breaker: string, number: number): Record<string, unknown> {
  return {
    title: `Title ${number} ${breaker}`,
    subtitle: `Subtitle ${breaker}`,
    description: `Description ${breaker}`,
    published: '2026-01-02',
    updated: '2026-01-03',
    authors: [`Author ${breaker}`, 'Ada <alert@a.example>'],
    topics: [`Topic ${breaker}`.slice(0, 60)],
    series: { name: `Series ${breaker}`, part: number + 1 },
    licence: `Licence ${breaker}`,
    keywords: { 'a-part': [`Keyword ${breaker}`.slice(0, 60)] },
    index: { add: [`Term ${breaker}`.slice(0, 60)], omit: [breaker.slice(0, 60)] },
    changes: [{ date: '2026-01-03', note: `Change ${breaker}` }],
    image: { source: './square.svg', alt: `Picture ${breaker}` },
    canonical: `https://a.example/?q=${encodeURIComponent(breaker)}`,
  };
}

/** A work for a bibliography, with a breaker in every field. */
export function workWith(breaker: string): Record<string, unknown> {
  return {
    id: 'work',
    type: 'article-journal',
    title: `Work ${breaker}`,
    author: [{ family: `Family ${breaker}`, given: breaker }, { literal: `Group ${breaker}` }],
    'container-title': `Journal ${breaker}`,
    publisher: `Publisher ${breaker}`,
    'publisher-place': breaker,
    volume: breaker,
    page: breaker,
    note: breaker,
    abstract: breaker,
    issued: { 'date-parts': [[1999]] },
    URL: 'https://a.example/"onclick="alert(1)',
    DOI: `10.1000/${breaker}`,
  };
}

/** The file of a comment with a breaker in every field that takes any text, as a JSON object is YAML too. */
export function commentWith(breaker: string): string {
  const fields = {
    name: `Name ${breaker}`,
    website: 'https://a.example/?q=%22onclick=alert(1)',
    quote: `Quote ${breaker}`,
    origin: 'author',
  };
  return `---\n${JSON.stringify(fields)}\n---\n\nA comment ${breaker} and [x](javascript:alert(1)).\n`;
}

/** Addresses that no field of addresses may have. */
export const refusedFields: readonly Record<string, unknown>[] = [
  { canonical: 'javascript:alert(1)' },
  { canonical: 'http://a.example/' },
  { canonical: 'https:"><script>alert(1)</script>' },
  { aliases: ['javascript:alert(1)'] },
  { aliases: ['/"><script>alert(1)</script>/'] },
  { aliases: ['/../../x/'] },
  { aliases: ['//evil.example/'] },
  { language: 'en"><script>alert(1)</script>' },
  { status: '<script>alert(1)</script>' },
  { image: { source: 'javascript:alert(1)', alt: 'a' } },
  { image: { source: 'https://evil.example/a.png', alt: 'a' } },
  { published: '2026-01-02"><script>alert(1)</script>' },
  { series: { name: 'x', part: '1"><script>alert(1)</script>' } },
  { comments: '<script>alert(1)</script>' },
  { onclick: 'alert(1)' },
];
