import { DatabaseSync } from 'node:sqlite';

/** What somebody writes into each field. */
export interface Fields {
  essay: string;
  block: string;
  quote: string;
  parent: string;
  name: string;
  email: string;
  website: string;
  comment: string;
}

/** The fields of a comment in every format that the import reads, by the name of a file; databases are written apart. */
export function deliveries(fields: Fields): Record<string, string | Uint8Array> {
  const { essay, block, quote, parent, name, email, website, comment } = fields;
  const csv = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const line = (value: string) => value.replaceAll(/[\r\n]+/g, ' ');
  const bytes = (text: string) => Buffer.from(text, 'utf8');
  const mail = (type: string, body: string) =>
    bytes(
      `From: =?utf-8?B?${bytes(name).toString('base64')}?= <${line(email)}>\nSubject: =?utf-8?B?${bytes(`Comment on X [${line(essay)}#${line(block)}]`).toString('base64')}?=\nDate: Fri, 1 May 2026 12:00:00 +0000\nMIME-Version: 1.0\nContent-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${bytes(body).toString('base64')}\n`,
    );
  const head = `Name: ${line(name)}\nWebsite: ${line(website)}\nRe: ${line(parent)}\nQuote: ${line(quote)}\n\n`;
  const status = (id: string, above: string | null, content: string) => ({
    id,
    uri: `https://social.example/${id}`,
    url: id === '1' ? 'https://social.example/1' : website,
    in_reply_to_id: above,
    created_at: '2024-02-01T10:00:00Z',
    visibility: 'public',
    spoiler_text: id === '1' ? '' : quote,
    content,
    account: { id, acct: email, display_name: name, url: website },
  });
  const post = (rkey: string) => ({
    uri: `at://did:plc:${rkey}/app.bsky.feed.post/${rkey}`,
    author: { did: `did:plc:${rkey}`, handle: 'x.example', displayName: name },
    record: {
      text: comment,
      createdAt: '2025-01-01T10:00:00Z',
      facets: [
        {
          index: { byteStart: 0, byteEnd: Math.min(5, bytes(comment).length) },
          features: [{ uri: website }],
        },
      ],
    },
  });
  const github = {
    id: 'DC_1',
    url: website,
    author: { login: name, url: website },
    body: comment,
    createdAt: '2023-01-01T09:00:00Z',
    replies: {
      nodes: [{ id: 'DC_2', url: website, author: null, body: comment, createdAt: '2023-01-01T09:00:00Z' }],
    },
  };
  const query = Object.entries({ ...fields, comment }).map(
    ([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`,
  );
  return {
    'form.json': JSON.stringify([fields]),
    'form.csv': `${Object.keys(fields).join(',')}\n${Object.values(fields).map(csv).join(',')}\n`,
    'utf16.csv': Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(
        `${Object.keys(fields).join(',')}\n${Object.values(fields).map(csv).join(',')}\n`,
        'utf16le',
      ),
    ]),
    'form.txt': query.join('&'),
    'plain.eml': mail('text/plain', `${head}${comment}`),
    'html.eml': mail('text/html', `<div>Name: ${name}</div><br><br>${comment}`),
    'disqus.xml': `<?xml version="1.0"?><disqus xmlns:dsq="x"><thread dsq:id="1"><id>${xml(essay)}</id><link>${xml(website)}</link><title>${xml(quote)}</title></thread><post dsq:id="2"><message>${cdata(comment)}</message><createdAt>2019-01-01T00:00:00Z</createdAt><author><name>${xml(name)}</name><email>${xml(email)}</email></author><thread dsq:id="1"/></post></disqus>`,
    'wordpress.xml': `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><link>https://old.example</link><item><title>${xml(quote)}</title><link>${xml(website)}</link><wp:post_name>${xml(essay)}</wp:post_name><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>${cdata(name)}</wp:comment_author><wp:comment_author_email>${xml(email)}</wp:comment_author_email><wp:comment_author_url>${xml(website)}</wp:comment_author_url><wp:comment_date_gmt>2015-01-01 00:00:00</wp:comment_date_gmt><wp:comment_content>${cdata(comment)}</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment></item></channel></rss>`,
    'giscus.json': JSON.stringify({
      data: { title: quote, url: website, body: essay, comments: { nodes: [github] } },
    }),
    'utterances.json': JSON.stringify([
      {
        id: 1,
        html_url: website,
        issue_url: essay,
        user: { login: name, html_url: website },
        body: comment,
        created_at: '2022-01-01T00:00:00Z',
      },
    ]),
    'mastodon.json': JSON.stringify([
      status('1', null, website),
      { ancestors: [], descendants: [status('2', '1', comment)] },
    ]),
    'bluesky.json': JSON.stringify({ thread: { post: post('root'), replies: [{ post: post('a') }] } }),
    '2026-01-01-sent.md': `---\nname: ${JSON.stringify(`${name.slice(0, 60)}.`)}\nquote: ${JSON.stringify(`${quote.slice(0, 400)}.`)}\norigin: form\n---\n\n${comment}\n`,
  };
}

/** The endpoint's database with a row for each comment. */
export function endpointDatabase(path: string, all: readonly Fields[]): void {
  const database = new DatabaseSync(path);
  database.exec(
    `PRAGMA journal_mode = WAL; CREATE TABLE submissions(id TEXT PRIMARY KEY, received TEXT, essay TEXT, block TEXT, quote TEXT, parent TEXT, name TEXT, email TEXT, website TEXT, comment TEXT, elapsed REAL)`,
  );
  const insert = database.prepare('INSERT INTO submissions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const [index, one] of all.entries())
    insert.run(
      String(index),
      '2026-05-01T10:00:00Z',
      one.essay,
      one.block,
      one.quote,
      one.parent,
      one.name,
      one.email,
      one.website,
      one.comment,
      30,
    );
  database.close();
}

/** Isso's database: a thread, and a row for each comment. */
export function issoDatabase(
  path: string,
  all: readonly (Fields & { mode?: number; above?: number | null })[],
): void {
  const database = new DatabaseSync(path);
  database.exec(
    `CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
     CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL, modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR, author VARCHAR, email VARCHAR, website VARCHAR, likes INTEGER DEFAULT 0, dislikes INTEGER DEFAULT 0, voters BLOB NOT NULL);
     INSERT INTO threads VALUES (1, '/essays/tides/', 'On tides')`,
  );
  const insert = database.prepare(
    'INSERT INTO comments VALUES (1, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, 0, 0, ?)',
  );
  for (const [index, one] of all.entries())
    insert.run(
      index + 1,
      one.above ?? null,
      1_700_000_000.5 + index,
      one.mode ?? 1,
      '127.0.0.0',
      one.comment,
      one.name,
      one.email,
      one.website,
      Buffer.from([0]),
    );
  database.close();
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
