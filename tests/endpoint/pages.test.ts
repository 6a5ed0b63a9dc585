import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { describe, expect, it } from 'vitest';
import { endpointInMemory } from './endpoint-in-memory.ts';
import { formOf, formRequest, sampleComment } from './sample-comment.ts';

describe('the pages', () => {
  const hostile = [
    '"><script>alert(1)</script>',
    '</textarea><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) '",
    '</title><svg onload=alert(1)>',
    '<!--',
    ']]>&lt;script&gt;',
    '\u202Eevil\u2066',
    '\n\nstarts with empty lines',
  ];

  it.each(hostile)('show %j as text in every field', async (payload) => {
    const { send } = endpointInMemory({ fails: 'busy' });
    const names = ['essay', 'block', 'quote', 'parent', 'name', 'comment', 'token', 'back', 'elapsed'];
    const fields = sampleComment(Object.fromEntries(names.map((name) => [name, payload])));
    const { text } = await send(formRequest({ ...fields, email: `${payload}@`, website: payload }));
    const tree = fromHtml(text);
    expect(selectAll('script, img, svg, iframe, link', tree)).toEqual([]);
    expect(formOf(text)['comment']).toBe(payload);
    expect(formOf(text)['token']).toBe(payload);
    const attributes = selectAll('*', tree).flatMap(({ properties }) => Object.keys(properties));
    expect(attributes.filter((name) => /^on/i.test(name))).toEqual([]);
  });

  it('load nothing, stand in no frame and are never stored', async () => {
    const { send } = endpointInMemory();
    const { headers } = await send(formRequest(sampleComment()));
    expect(headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
  });
});
