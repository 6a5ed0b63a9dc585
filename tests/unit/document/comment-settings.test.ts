import { describe, expect, it } from 'vitest';
import { configurationSchema } from '../../../src/document/configuration.ts';
import { fieldsAt, ruleOf } from '../../../src/document/schema-rules.ts';
import { site } from '../../../src/site.ts';

/** What the configuration says of comments, as `field: rule`; empty where it is right. */
function faults(comments: unknown): string[] {
  const { error } = configurationSchema.safeParse({ ...site, comments });
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${ruleOf(issue)}`);
}

describe('comments in site.ts', () => {
  it.each([
    [undefined],
    [{}],
    [{ send: { by: 'off' } }],
    [{ send: { by: 'mail', address: 'comments@example.org' } }],
    [{ send: { by: 'form', action: 'https://comments.example.org/in?a=b' } }],
    [{ send: { by: 'form', action: 'http://127.0.0.1:8787/' } }],
    [{ send: { by: 'form', action: '/thanks/', service: 'netlify' } }],
    [{ send: { by: 'pull-request', repository: 'https://github.com/owner/name', branch: 'main' } }],
    [{ giscus: { repository: 'owner/name', repositoryId: 'R', category: 'C', categoryId: 'D' } }],
  ])('may be %o', (comments) => {
    expect(faults(comments)).toEqual([]);
  });

  it.each([
    [{ send: { by: 'post' } }, 'comments.send.by: must be one of: mail, form, pull-request, off'],
    [{ send: { by: 'mail', address: 'nobody' } }, 'comments.send.address: must be an e-mail address'],
    [
      { send: { by: 'form', action: 'http://comments.example.org/' } },
      'comments.send.action: must be an address that begins with `https://`, or a path of this site that begins with `/`',
    ],
    [
      { send: { by: 'form', action: "https://a.example/; script-src 'unsafe-inline'" } },
      'comments.send.action: must be an address that begins with `https://`, or a path of this site that begins with `/`',
    ],
    [
      { send: { by: 'pull-request', repository: 'github.com/owner/name', branch: 'main' } },
      'comments.send.repository: must be an address that begins with `https://`',
    ],
    [
      { giscus: { repository: 'name', repositoryId: 'R', category: 'C', categoryId: 'D' } },
      'comments.giscus.repository: must be an owner and a name, such as `owner/name`',
    ],
  ])('may not be %o', (comments, fault) => {
    expect(faults(comments)).toEqual([fault]);
  });

  it('knows the fields of every way, to name the nearest one', () => {
    expect(fieldsAt(configurationSchema, ['comments', 'send'])).toEqual(
      expect.arrayContaining(['by', 'address', 'action', 'service', 'repository', 'branch', 'forge']),
    );
  });
});
