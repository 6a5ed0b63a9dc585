import { posix } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Archive } from './archive.ts';
import { articleMarkdown } from './article-markdown.ts';
import { dayOf } from './calendar-day.ts';
import type { Export, Post, Remark } from './post.ts';
import { cut } from './post-fields.ts';

const rows = z.array(
  z.looseObject({
    post_id: z.string(),
    post_date: z.string().default(''),
    is_published: z.string().default(''),
    type: z.string().default(''),
    audience: z.string().default(''),
    title: z.string().default(''),
    subtitle: z.string().default(''),
  }),
);

/** The table of a Substack archive, or undefined where the archive is something else. */
export function substackTable(archive: Archive): string | undefined {
  return archive.files.find((file) => posix.basename(file) === 'posts.csv');
}

/** Substack's archive (Settings → Exports): `posts.csv`, and an HTML file for each post. */
export function fromSubstack(archive: Archive, table: string): Export {
  const records = rows.parse(
    parse(archive.text(table), { columns: true, bom: true, relax_column_count: true }),
  );
  const remarks: Remark[] = [];
  const posts = records.flatMap((row): Post[] => {
    const file = archive.files.find((one) => posix.basename(one) === `${row.post_id}.html`);
    const name = row.post_id.replace(/^\d+\.?/, '') || row.post_id;
    if (file === undefined) {
      remarks.push({
        file: table,
        line: 0,
        what: `the ${row.type || 'post'} “${row.title}” was not taken in: the archive has no text of it`,
      });
      return [];
    }
    const ofPost: Remark[] = [];
    const subtitle = row.subtitle.replaceAll(/\s+/g, ' ').trim();
    const isDraft = row.is_published.toLowerCase() !== 'true';
    if (!/^(?:everyone)?$/.test(row.audience))
      ofPost.push({ file, line: 0, what: `only “${row.audience}” could read it; it is a draft here` });
    return [
      {
        source: file,
        line: 0,
        format: 'md',
        folder: posix.dirname(file),
        name,
        fields: {
          title: cut(row.title.replaceAll(/\s+/g, ' ').trim() || name, 160),
          ...(subtitle === '' ? {} : { subtitle: cut(subtitle, 200) }),
          description: subtitle === '' ? null : cut(subtitle, 300),
          published: dayOf(row.post_date),
          authors: [],
          topics: [],
          draft: isDraft || !/^(?:everyone)?$/.test(row.audience),
        },
        text: articleMarkdown(archive.text(file), (what) => void ofPost.push({ file, line: 0, what })),
        addresses: [`/p/${name}`],
        remarks: ofPost,
      },
    ];
  });
  return { kind: 'Substack', posts, remarks, base: null, hasComments: false, roots: [''] };
}
