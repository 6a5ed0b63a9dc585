import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { describe, expect, it } from 'vitest';
import type { StoreReason } from '../../endpoint/store.ts';
import { endpointInMemory } from './endpoint-in-memory.ts';
import { formOf, formRequest, fromBrowser, fromScript, sampleComment } from './sample-comment.ts';
import { site } from './start-endpoint.ts';

const jsonRequest = (value: unknown): RequestInit => ({
  method: 'POST',
  headers: { ...fromScript, 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

describe('a comment that is right', () => {
  const { homepage: _, ...sent } = sampleComment();

  it('is stored from a form, a multipart form and JSON alike, once', async () => {
    const { send, stored } = endpointInMemory();
    const multipart = new FormData();
    for (const [name, value] of Object.entries(sampleComment())) multipart.append(name, value);
    const answers = [
      await send(formRequest(sampleComment(), fromScript)),
      await send({ method: 'POST', headers: fromScript, body: multipart }),
      await send(jsonRequest(sampleComment())),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const [row] = stored.values();
    expect(stored.size).toBe(1);
    expect(row).toEqual({ ...sent, elapsed: null, id: row?.id, received: '2026-05-04T03:02:01.000Z' });
    expect(JSON.parse(answers[0]?.text ?? '')).toEqual({ ok: true, id: row?.id });
  });

  it('is told apart by its token and its words, not by its e-mail address', async () => {
    const { send, stored } = endpointInMemory();
    for (const changes of [{}, { token: 'a' }, { token: 'b' }, { token: 'b', comment: 'Other words' }])
      await send(formRequest(sampleComment(changes)));
    expect(stored.size).toBe(4);
    await send(formRequest(sampleComment({ email: 'corrected@example.org', elapsed: '12.5' })));
    expect(stored.size).toBe(4);
  });

  it('keeps the measured time, and null for what is no time', async () => {
    const { send, stored } = endpointInMemory();
    for (const elapsed of ['12.5', '', '-1', 'soon', 'Infinity', '1e999'])
      await send(formRequest(sampleComment({ elapsed, token: elapsed || 'none' })));
    expect([...stored.values()].map((row) => row.elapsed)).toEqual([12.5, null, null, null, null, null]);
  });

  it('completes a website without a scheme and refuses what is no address of the web', async () => {
    const { send, stored } = endpointInMemory();
    await send(formRequest(sampleComment({ website: 'ada.example.org/notes' })));
    expect([...stored.values()][0]?.website).toBe('https://ada.example.org/notes');
    for (const website of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://a:b@example.org',
      'nowhere',
      'ftp://example.org',
    ])
      expect((await send(formRequest(sampleComment({ website })))).status, website).toBe(422);
  });

  it('is answered with a page that leads back to the essay, but only to a site that is accepted', async () => {
    const { send } = endpointInMemory();
    const linkOf = (page: string) => select('a', fromHtml(page))?.properties['href'];
    const back = `${site}/essays/on-margins/`;
    const answer = await send(formRequest(sampleComment({ back })));
    expect(answer.text).toContain('It appears when the author has approved it.');
    expect(linkOf(answer.text)).toBe(back);
    expect(linkOf((await send(formRequest(sampleComment(), { ...fromBrowser, Referer: back }))).text)).toBe(
      back,
    );
    for (const wrong of [
      'https://evil.example/',
      'javascript:alert(1)',
      '//evil.example',
      `${site}.evil.example/`,
    ])
      expect(linkOf((await send(formRequest(sampleComment({ back: wrong })))).text), wrong).toBeUndefined();
  });
});

describe('a comment that is refused', () => {
  const long = 'á'.repeat(10_001);
  const cases: [string, FormChanges, number, string | null][] = [
    ['without a name', { name: ' ' }, 422, 'name'],
    ['without an essay', { essay: '' }, 422, 'essay'],
    ['with an address that is none', { email: 'ada' }, 422, 'email'],
    ['with two addresses', { email: 'ada@example.org, eve@example.org' }, 422, 'email'],
    ['without words', { comment: ' \n ' }, 422, 'comment'],
    ['with too many words', { comment: long }, 422, 'comment'],
    ['with a long name', { name: 'n'.repeat(81) }, 422, 'name'],
    ['with the hidden field', { homepage: 'https://spam.example' }, 422, 'homepage'],
    ['that is too large', { comment: 'x'.repeat(200_000) }, 413, 'comment'],
  ];
  type FormChanges = Record<string, string>;

  it.each(cases)('%s comes back whole, with the field that is wrong', async (_, changes, status, field) => {
    const { send, stored } = endpointInMemory();
    const fields = sampleComment({ token: 'abc', ...changes });
    const answer = await send(formRequest(fields));
    expect(answer.status).toBe(status);
    const again = formOf(answer.text);
    for (const [name, value] of Object.entries(fields))
      if (name !== 'homepage' && value !== '') expect(again[name], name).toBe(value);
    expect(again['homepage']).toBeUndefined();
    const script = await send(formRequest(fields, fromScript));
    expect(JSON.parse(script.text)).toEqual({ ok: false, error: expect.stringMatching(/\S.*\.$/), field });
    expect(stored.size).toBe(0);
  });

  it.each<[StoreReason, number]>([
    ['busy', 503],
    ['full', 507],
    ['unavailable', 503],
  ])('because the store is %s comes back whole', async (fails, status) => {
    const { send, log } = endpointInMemory({ fails });
    const answer = await send(formRequest(sampleComment()));
    expect(answer.status).toBe(status);
    expect(formOf(answer.text)['comment']).toBe(sampleComment()['comment']);
    expect(log.join()).toContain(fails);
    expect(log.join()).not.toContain('ada@');
  });

  it('because too many came from its network comes back whole, and other networks are heard', async () => {
    const { send } = endpointInMemory({ limit: 3 });
    for (let i = 0; i < 3; i++) expect((await send(formRequest(sampleComment()))).status).toBe(200);
    const answer = await send(formRequest(sampleComment()));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(formOf(answer.text)['comment']).toBe(sampleComment()['comment']);
    expect((await send(formRequest(sampleComment()), '198.51.100.1')).status).toBe(200);
  });

  it.each(['https://evil.example', 'null', `${site}.evil.example`, 'http://stet.example'])(
    'from the origin %s comes back whole and is readable by no script there',
    async (Origin) => {
      const { send, stored } = endpointInMemory();
      const answer = await send(formRequest(sampleComment(), { ...fromBrowser, Origin }));
      expect(answer.status).toBe(403);
      expect(formOf(answer.text)['comment']).toBe(sampleComment()['comment']);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(stored.size).toBe(0);
    },
  );

  it('without an origin is refused, with the own origin or an accepted referrer it is not', async () => {
    const { send } = endpointInMemory();
    const statusOf = async (headers: Record<string, string>) =>
      (await send(formRequest(sampleComment(), { Accept: 'text/html', ...headers }))).status;
    expect(await statusOf({})).toBe(403);
    expect(await statusOf({ Origin: 'https://comments.example' })).toBe(200);
    expect(await statusOf({ Referer: `${site}/essays/on-margins/` })).toBe(200);
  });

  it('because it cannot be read is shown as it came', async () => {
    const { send } = endpointInMemory();
    const body = '--wrong\r\nMy only copy, unfinished';
    for (const [type, status] of [
      ['multipart/form-data; boundary=right', 400],
      ['text/plain', 415],
      ['application/json', 400],
    ] as const) {
      const answer = await send({ method: 'POST', headers: { ...fromBrowser, 'Content-Type': type }, body });
      expect(answer.status, type).toBe(status);
      expect(formOf(answer.text)['comment'], type).toBe(body.replaceAll('\r', ''));
    }
    for (const value of [[], null, 'text', { ...sampleComment(), name: { deep: ['x'] } }, { comment: [1] }])
      expect((await send(jsonRequest(value))).status).toBe(400);
  });

  it('because it is very large or slow comes back as far as it arrived, and says so', async () => {
    const { send } = endpointInMemory();
    const large = await send(formRequest(sampleComment({ comment: 'y'.repeat(3_000_000) })));
    expect(large.status).toBe(413);
    expect(formOf(large.text)['comment']?.length).toBeGreaterThan(1_000_000);
    expect(large.text).toContain('Only the beginning of your text arrived.');

    const start = new TextEncoder().encode(
      '--b\r\nContent-Disposition: form-data; name="comment"\r\n\r\nThis much arriv',
    );
    const body = new ReadableStream({ start: (stream) => stream.enqueue(start) });
    const headers = { ...fromBrowser, 'Content-Type': 'multipart/form-data; boundary=b' };
    const slow = await send(Object.assign({ method: 'POST', headers, body }, { duplex: 'half' }));
    expect(slow.status).toBe(408);
    expect(formOf(slow.text)['comment']).toBe('This much arriv');
  });
});

describe('other requests', () => {
  it('answers a preflight of an accepted site only', async () => {
    const { send } = endpointInMemory();
    const preflight = (Origin: string) =>
      send({ method: 'OPTIONS', headers: { Origin, 'Access-Control-Request-Method': 'POST' } });
    const accepted = await preflight(site);
    expect(accepted.status).toBe(204);
    expect(accepted.headers.get('Access-Control-Allow-Origin')).toBe(site);
    expect(accepted.headers.get('Access-Control-Allow-Methods')).toBe('POST');
    expect((await preflight('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('says to who only looks what the address is for', async () => {
    const { send } = endpointInMemory();
    const answer = await send({ method: 'GET' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe('POST, OPTIONS');
    expect(answer.text).toContain('This address receives comments');
  });
});
