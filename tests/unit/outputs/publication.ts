import { compileText } from '../../../bench/compile-text.ts';
import type { CommentOrPlace } from '../../../src/document/shown-comment.ts';
import type { Output, Publication } from '../../../src/outputs/output.ts';
import { site } from '../../../src/site.ts';
import { published, testEssay, testEssays } from './essays.ts';

const comment = (id: string, parent: string | null): CommentOrPlace => ({
  id,
  name: 'Yara & <co>',
  website: null,
  date: '2026-02-03T09:30:00Z',
  isAuthor: false,
  isPending: false,
  parent,
  passage: null,
  quote: null,
  body: [{ type: 'text', value: 'Said ]]> & more' }],
});

/** Essays that use every construct, and one whose every field wants to be something else. */
export async function publication(): Promise<Publication> {
  const hostile = published(
    await compileText('Words ]]> & <https://a.example/?a=1&b=2>', {
      slug: 'hostile',
      title: 'A ]]> & <b> "q" [x](y)',
      description: '</summary> & <![CDATA[',
      authors: ['O’Neill & <sons>'],
      topics: ['R&D <x>', 'بحر'],
      licence: '© <me>',
    }),
  );
  const essays = [
    { ...hostile, comments: () => [comment('c-a', null), comment('c-b', 'c-a')] },
    ...(await Promise.all(testEssays.map(testEssay))),
  ];
  const about = { slug: 'about', metadata: { title: 'About', description: 'A.' } };
  return { site, essays, translations: [], pages: [about], file: () => Buffer.from('') };
}

/** The files that an output makes of the publication, by path. */
export async function filesOf(output: Output): Promise<Map<string, string>> {
  const files = await output.files(await publication());
  return new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString('utf8')]));
}
