import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { absoluteAddress } from '../document/address.ts';
import { asJson, type FeedAddress } from '../document/feed-address.ts';
import type { MadeFile } from '../document/made-file.ts';
import { type Feed, moment } from './feed.ts';
import { withFeedPage } from './feed-page.ts';
import { allowedInXml } from './xml.ts';

/** A feed as its two files: Atom (RFC 4287) with a page for browsers in it, and JSON Feed 1.1. */
export function feedFiles(feed: Feed): MadeFile[] {
  const { path } = feed;
  return [
    { path, content: Buffer.from(atom(feed)) },
    { path: path.replace(/\.xml$/, '.json'), content: Buffer.from(json(feed)) },
  ];
}

function addressesOf({ path, page, site }: Feed) {
  const address: FeedAddress = `/${path.replace(/\.xml$/, '')}.xml`;
  return {
    self: absoluteAddress(address, site.url),
    json: absoluteAddress(asJson(address), site.url),
    page: absoluteAddress(page, site.url),
    icon: absoluteAddress('/icon.svg', site.url),
  };
}

function atom(feed: Feed): string {
  const { id, title, subtitle, language, author, entries, site, path } = feed;
  const { self, json, page, icon } = addressesOf(feed);
  const text = (value: string) => ({ value, type: 'text' });
  const xml = generateAtomFeed(
    {
      id,
      title: text(title),
      subtitle: text(subtitle),
      updated: moment(entries[0]?.updated ?? '1970-01-01'),
      authors: [{ name: author }],
      icon,
      rights: text(site.contentLicence.name),
      links: [
        { href: self, rel: 'self', type: 'application/atom+xml' },
        { href: page, rel: 'alternate', type: 'text/html' },
        { href: json, rel: 'alternate', type: 'application/feed+json' },
        { href: site.contentLicence.url, rel: 'license' },
      ],
      xml: { lang: language },
      entries: entries.map((entry) => ({
        id: entry.id,
        title: text(entry.title),
        updated: moment(entry.updated),
        published: moment(entry.published),
        ...(entry.authors.length === 0 ? {} : { authors: entry.authors.map((name) => ({ name })) }),
        categories: entry.topics.map((term) => ({ term })),
        links: [{ href: entry.address, rel: 'alternate', type: 'text/html' }],
        ...(entry.summary === null ? {} : { summary: text(entry.summary) }),
        content: { value: entry.html, type: 'html' },
        ...(entry.rights === '' ? {} : { rights: text(entry.rights) }),
        ...(entry.inReplyTo === null
          ? {}
          : {
              thr: {
                inReplyTos: [{ ref: entry.inReplyTo.id, href: entry.inReplyTo.address, type: 'text/html' }],
              },
            }),
        xml: { lang: entry.language },
      })),
    },
    {
      strict: true,
      stylesheets: [{ type: 'text/css', href: `${'../'.repeat(path.split('/').length - 1)}feed.css` }],
    },
  );
  return withFeedPage(allowedInXml(xml), feed);
}

function json(feed: Feed): string {
  const { title, subtitle, language, author, entries } = feed;
  const addresses = addressesOf(feed);
  const value = generateJsonFeed(
    {
      title,
      home_page_url: addresses.page,
      feed_url: addresses.json,
      description: subtitle,
      icon: addresses.icon,
      language,
      authors: [{ name: author }],
      items: entries.map((entry) => ({
        id: entry.id,
        url: entry.address,
        title: entry.title,
        content_html: entry.html,
        ...(entry.summary === null ? {} : { summary: entry.summary }),
        date_published: moment(entry.published),
        date_modified: moment(entry.updated),
        ...(entry.authors.length === 0 ? {} : { authors: entry.authors.map((name) => ({ name })) }),
        ...(entry.topics.length === 0 ? {} : { tags: [...entry.topics] }),
        language: entry.language,
      })),
    },
    { strict: true },
  );
  return `${JSON.stringify(value, null, 1)}\n`;
}
