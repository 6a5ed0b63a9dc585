import { describe, expect, it } from 'vitest';
import { policyOf } from '../../../src/publish/content-policy.ts';
import { parsePage } from '../../../src/publish/page-tree.ts';
import { writingPolicy } from '../../../src/publish/writing-policy.ts';
import { site } from '../../../src/site.ts';

const directives = (policy: string) =>
  new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)]));

describe('the policy while writing', () => {
  it('blocks in a text what a published page blocks', () => {
    const writing = directives(writingPolicy(site));
    const published = directives(policyOf(parsePage('<video></video>').elements));
    for (const name of ['default-src', 'img-src', 'media-src', 'font-src', 'base-uri', 'form-action'])
      expect(writing.get(name), name).toEqual(published.get(name));
    expect(writing.get('style-src-attr')).toEqual(["'none'"]);
    expect(writing.get('script-src-attr')).toEqual(["'none'"]);
    expect(writing.has('frame-src')).toBe(false);
  });

  it('lets frames of listed hosts be shown', () => {
    expect(writingPolicy({ ...site, embeds: ['films.example'] })).toContain(
      '; frame-src https://films.example;',
    );
  });
});
