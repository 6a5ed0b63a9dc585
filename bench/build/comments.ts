import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLedger } from '../../src/anchors/ledger.ts';

/** Sentences of made-up comments: most readers write plain text, every fourth comment has marks. */
const plain = 'I read this twice, and the second time I was not sure that it follows from what stands above.';
const marked = 'I read this *twice*; see [the figures](https://example.org/figures) of the year before.';

/**
 * Writes approved comments beside each essay that has a ledger: half of them answers, most on a paragraph, one to six
 * sentences long. The same library gives the same bytes.
 */
export function writeComments(content: string, each: number): void {
  const essays = join(content, 'essays');
  for (const slug of readdirSync(essays)) {
    const ledger = parseLedger(readFileSync(join(essays, slug, 'anchors.json'), 'utf8'));
    const blocks = 'anchors' in ledger ? ledger.anchors.filter(({ kind }) => kind === 'paragraph') : [];
    const folder = join(essays, slug, 'comments');
    mkdirSync(folder, { recursive: true });
    for (let number = 0; number < each; number += 1) {
      const day = `2026-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`;
      const isAnswer = number % 2 === 1;
      const block = blocks[(7 * number) % Math.max(1, blocks.length)]?.id;
      const fields = [
        `name: "Reader ${number}"`,
        ...(number % 3 === 0 ? ['website: "https://example.org/reader"'] : []),
        ...(!isAnswer && block ? [`block: "${block}"`] : []),
        ...(isAnswer ? [`parent: comment-${number - 1}`] : []),
        'origin: form',
      ];
      const text = Array.from({ length: (number % 6) + 1 }, () => (number % 4 === 0 ? marked : plain)).join(
        ' ',
      );
      writeFileSync(join(folder, `${day}-${number}.md`), `---\n${fields.join('\n')}\n---\n\n${text}\n`);
    }
  }
}
