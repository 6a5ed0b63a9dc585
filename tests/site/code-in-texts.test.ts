import { expect, it } from 'vitest';
import { scratchLibrary } from './scratch-library.ts';

const library = scratchLibrary('code-in-texts');

it.each([
  ['{process.abort()}', 'text/ends-process'],
  ['{(() => { throw null })()}', 'text/not-rendered'],
  ['{Promise.reject(new Error("no"))}', 'text/not-rendered'],
  ['{setTimeout(() => { throw new Error("late") }, 10)}', 'text/not-rendered'],
  ['{await new Promise(() => {})}', 'text/waits'],
])(
  '%s ends a build with one sentence that names its text',
  async (code, problem) => {
    library.write('one', 'Words.', code);
    const { code: exit, output } = await library.run('build');
    expect(exit).toBe(1);
    expect(output).toMatch(
      new RegExp(
        `^\\S+/essays/one/index\\.mdx: .* \\[${problem}\\]\\n\\n1 error\\. The site was not built\\.\\s*$`,
      ),
    );
  },
  60_000,
);
