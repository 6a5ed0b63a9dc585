import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type ParsedSite, parseSite } from './parsed-site.ts';
import { buildTime, giscus, siteWithComments } from './site-with-comments.ts';

const slug = 'why-lighthouses-go-dark';
const page = `essays/${slug}/index.html`;

let mail: ParsedSite;
let form: ParsedSite;
let netlify: ParsedSite;
let atForge: ParsedSite;
beforeAll(async () => {
  const base = 'https://fixture.example/';
  const parsed = async (name: string, comments: Parameters<typeof siteWithComments>[1]) =>
    parseSite(await siteWithComments(name, comments), base);
  mail = await parsed('form-mail', { send: { by: 'mail', address: 'comments@fixture.example' } });
  form = await parsed('form-post', {
    send: { by: 'form', action: 'https://comments.example/in?a=b', service: 'formspree' },
    giscus,
  });
  netlify = await parsed('form-netlify', { send: { by: 'form', action: '/about/', service: 'netlify' } });
  atForge = await parsed('form-forge', {
    send: { by: 'pull-request', repository: 'https://github.com/owner/name', branch: 'main' },
  });
}, buildTime);

const essayOf = ({ pages }: ParsedSite) => {
  const found = pages.find(({ path }) => path === page);
  if (!found) throw new Error('There is no essay.');
  return found;
};
const formOf = (site: ParsedSite) => {
  const found = select('form#leave-a-comment', essayOf(site).tree);
  if (!found) throw new Error('There is no form.');
  return found;
};
const policyOf = (tree: ParsedSite['pages'][number]['tree']) =>
  String(select('meta[http-equiv="Content-Security-Policy"]', tree)?.properties['content']);
const directive = (tree: ParsedSite['pages'][number]['tree'], name: string) =>
  policyOf(tree)
    .split('; ')
    .find((one) => one.startsWith(`${name} `));
const hidden = (site: ParsedSite) =>
  Object.fromEntries(
    selectAll('input[type=hidden]', formOf(site)).map(({ properties }) => [
      properties['name'],
      properties['value'],
    ]),
  );

describe('the bytes of the form on a page without comments (brotli 11)', () => {
  const wire = (text: string) =>
    brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

  it('are at most 500 with the style and the script that every page has for it', () => {
    const off = inject('site');
    const read = (path: string) => readFileSync(join(mail.folder, path), 'utf8');
    const html = wire(read(page)) - wire(readFileSync(join(off, page), 'utf8'));
    // the shares that style sheets and the script have in every page, with or without a form
    const shared = essayOf(mail).assets.filter((path) => /\.(?:css|js)$/.test(path));
    // a rule that is not for the form alone only loses the form's name
    const rule = /[^{}]*comment-(?:form|discussion)[^{}]*\{[^{}]*\}/g;
    const withoutRule = (css: string) =>
      css
        .replaceAll(/comment-(?:form|discussion),/g, '')
        .replaceAll(rule, (one) => (one.includes('.colophon') ? one : ''));
    const withoutLoader = (script: string) =>
      script
        .replace(/\w+=\(\)=>import\(`[^`]*comment-form[^`]*`\),?/, '')
        .replaceAll(/,?\[`\w+`,`comment-form`,\w+\]/g, '')
        .replace(/location\.hash===`#leave-a-comment`&&\w+\(\)\.catch\(console\.warn\);?/, '');
    const style = [...read(page).matchAll(/<style>(.*?)<\/style>/gs)].map(([, rules]) => rules).join('');
    const texts = shared
      .filter((path) => !/\/comment-/.test(path)) // what comes when it is touched
      .filter((path) => !/\/library\./.test(path)) // in the page
      .map((path) => [path, read(path)] as const);
    const shares = [['style.css', style] as const, ...texts]
      .map(([path, text]) => {
        const without = path.endsWith('.css') ? withoutRule(text) : withoutLoader(text);
        expect(without, path).not.toMatch(/comment-form(?!,\.colophon)|#leave/);
        return [path, wire(text) - wire(without)] as const;
      })
      .filter(([, bytes]) => bytes !== 0);
    const total = shares.reduce((sum, [, bytes]) => sum + bytes, html);
    expect(html).toBeGreaterThan(100);
    expect(shares.map(([path]) => path.replace(/^_astro\/|[.-].*$/g, ''))).toEqual(
      expect.arrayContaining(['style', 'late', 'Page']),
    );
    expect(total, `${html} + ${shares.join(' + ')}`).toBeLessThanOrEqual(500);
  });

  it('are none where comments are not configured', () => {
    const text = readFileSync(join(inject('site'), page), 'utf8');
    expect(text.replaceAll(/<style>.*?<\/style>/gs, '')).not.toMatch(/comment|leave-a/);
  });

  it('are followed, when it is touched, by at most 8,000 of script, style and words together', () => {
    const files = mail.files.filter((path) => /_astro\/comment-(?!discussion).*\.js$/.test(path));
    expect(files.length).toBeGreaterThan(0);
    const bytes = files.map((path) => wire(readFileSync(join(mail.folder, path), 'utf8')));
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(8_000);
  });
});

describe('the fields', () => {
  it('say in words what is required and what is never published, and what a browser may fill in', () => {
    const labels = selectAll('label', formOf(mail)).map((label) => {
      const field = select('input, textarea', label)?.properties;
      const required = field?.['required'] ?? false;
      return [textOf(label), field?.['name'], required, field?.['maxLength'], field?.['autoComplete']];
    });
    expect(labels).toEqual([
      ['Name (required)', 'name', true, 80, ['name']],
      ['E-mail (required, never published)', 'email', true, 254, ['email']],
      ['Website', 'website', false, 300, ['url']],
      ['Comment (required)', 'comment', true, 10_000, undefined],
    ]);
  });

  it('are on essays only, once', () => {
    for (const site of [mail, form, netlify, atForge])
      for (const { path, tree } of site.pages)
        expect([path, selectAll('form#leave-a-comment', tree).length]).toEqual([path, path === page ? 1 : 0]);
  });

  it('have their style without script, and only then before they are touched', () => {
    const sheets = selectAll('link[rel=stylesheet]', essayOf(mail).tree);
    const inNoscript = selectAll('comment-form noscript link[rel=stylesheet]', essayOf(mail).tree);
    expect(inNoscript).toHaveLength(1);
    expect(sheets.filter(({ properties }) => /comment/.test(String(properties['href'])))).toEqual(inNoscript);
  });
});

describe('by mail', () => {
  it('the browser hands the fields to the mail program as text', () => {
    expect(formOf(mail).properties).toMatchObject({ method: 'post', encType: 'text/plain' });
    expect(decodeURIComponent(String(formOf(mail).properties['action']))).toBe(
      `mailto:comments@fixture.example?subject=Comment on Why Do Lighthouses Go Dark? [${slug}]`,
    );
  });

  it('a link has subject and text filled in, and shows the address', () => {
    const link = select('a[href^="mailto:"]', formOf(mail));
    expect(link && textOf(link)).toBe('comments@fixture.example');
    const address = decodeURIComponent(String(link?.properties['href']));
    expect(address).toMatch(/\[why-lighthouses-go-dark\]&body=Name: \r\nWebsite: \r\n\r\n$/);
  });

  it('Cloudflare is asked to leave the addresses as they are', () => {
    const text = readFileSync(join(mail.folder, page), 'utf8');
    const outside = text.replace(/<!--email_off-->[\s\S]*?<!--\/email_off-->/, '');
    expect(text).toContain('comments@fixture.example');
    expect(outside).not.toContain('comments@fixture.example');
  });
});

describe('by a form', () => {
  it('the endpoint gets the essay, the way back, and a field that people do not see', () => {
    expect(formOf(form).properties).toMatchObject({
      method: 'post',
      action: 'https://comments.example/in?a=b',
    });
    expect(hidden(form)).toEqual({ essay: slug, back: `https://fixture.example/essays/${slug}/` });
    expect(select('input[name=_gotcha][hidden]', formOf(form))).not.toBeNull();
  });

  it('Netlify finds its attributes, and the page that follows', () => {
    expect(formOf(netlify).properties).toMatchObject({
      action: '../../about/',
      name: 'comments',
      dataNetlify: 'true',
      'netlify-honeypot': 'homepage',
    });
    expect(hidden(netlify)).toMatchObject({ 'form-name': 'comments', essay: slug });
    expect(select('input[name=homepage][hidden]', formOf(netlify))).not.toBeNull();
  });
});

describe('by pull request', () => {
  it('the forge gets a file that the reader completes', () => {
    expect(formOf(atForge).properties).toMatchObject({
      method: 'get',
      action: 'https://github.com/owner/name/new/main',
    });
    expect(hidden(atForge)).toEqual({ filename: `content/essays/${slug}/comments/YYYY-MM-DD-name.md` });
    const area = select('textarea[name=value]', formOf(atForge));
    expect(area && textOf(area)).toBe(
      '---\nname: "Your name"\norigin: pull-request\n---\n\nYour comment, below the second line of hyphens\n',
    );
  });

  it('no e-mail address is asked for, since everything there is public', () => {
    expect(select('input[name=email]', formOf(atForge))).toBeUndefined();
  });
});

describe('the policy of a page', () => {
  it.each([
    ['mail', () => mail, "form-action 'self' mailto:", "connect-src 'self'", undefined],
    [
      'form',
      () => form,
      "form-action 'self' https://comments.example",
      "connect-src 'self' https://comments.example",
      'frame-src https://giscus.app',
    ],
    ['netlify', () => netlify, "form-action 'self'", "connect-src 'self'", undefined],
    ['pull request', () => atForge, "form-action 'self' https://github.com", "connect-src 'self'", undefined],
  ])('lets through what %s needs, on essays and nowhere else', (_, site, action, connect, frame) => {
    for (const { path, tree } of site().pages) {
      const own = path === page;
      expect(directive(tree, 'form-action'), path).toBe(own ? action : "form-action 'self'");
      expect(directive(tree, 'connect-src'), path).toBe(own ? connect : "connect-src 'self'");
      expect(directive(tree, 'frame-src'), path).toBe(own ? frame : undefined);
      expect(directive(tree, 'script-src')).not.toContain('http');
    }
  });
});

it('the discussion at GitHub is a button and a link, and no frame', () => {
  const { tree } = essayOf(form);
  expect(select('comment-discussion button', tree)).toBeDefined();
  expect(select('comment-discussion a', tree)?.properties['href']).toBe(
    'https://github.com/owner/name/discussions',
  );
  expect(selectAll('iframe, script[src*="giscus"]', tree)).toEqual([]);
});

it('html-validate finds no error on a page with any form', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'no-trailing-whitespace': 'off' },
  });
  for (const site of [mail, form, netlify, atForge]) {
    const report = await validator.validateString(readFileSync(join(site.folder, page), 'utf8'), page);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  }
});
