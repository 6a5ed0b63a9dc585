import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePublished, publishedText } from '../anchors/published-essays.ts';
import { sampleEssay } from '../anchors/sample-essay.ts';
import { contentFolder, essaysFolder, pathFromRoot, root } from '../paths.ts';

/**
 * `npm run remove-sample`: removes the essay that comes with the engine, as if it had never been published, and commits
 * that, because what is committed counts as published. Essays of your own are removed with `npm run anchors -- retire`.
 */
const folder = join(essaysFolder, sampleEssay);
const list = join(contentFolder, 'published.json');

if (existsSync(folder)) {
  const published = existsSync(list) ? withoutSample(readFileSync(list, 'utf8')) : null;
  rmSync(folder, { recursive: true });
  console.log(`Removed: ${pathFromRoot(folder)}`);
  try {
    commit();
  } finally {
    if (published !== null) writeFileSync(list, published);
  }
} else {
  console.log('The sample essay is not here. Nothing was changed.');
}

/** The list of published essays without the sample. */
function withoutSample(text: string): string {
  const read = parsePublished(text);
  if ('message' in read) throw new Error(`${pathFromRoot(list)} ${read.message}`);
  return publishedText(new Map([...read].filter(([slug]) => slug !== sampleEssay)));
}

/**
 * Only the sample, whatever else is changed: an essay that was built and is not committed yet is in the list, and would be
 * missing in a commit that has that line. Without git nothing was published, and there is nothing to commit.
 */
function commit(): void {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  try {
    if (git('ls-files', '--', pathFromRoot(folder)) === '') return;
  } catch {
    return;
  }
  try {
    writeFileSync(list, withoutSample(git('show', `HEAD:./${pathFromRoot(list)}`)));
    git('commit', '-qm', 'Remove the sample essay', '--', pathFromRoot(folder), pathFromRoot(list));
    console.log('Committed: Remove the sample essay');
  } catch (error) {
    const why = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    console.error(
      /user\.(?:name|email)/.test(why)
        ? `git does not know who you are, so this is not committed. Say it once, then commit:
  git config --global user.name "Your Name"
  git config --global user.email "you@example.com"
  git commit -m "Remove the sample essay" -- content`
        : `It could not be committed. Commit it, and the build is content. git says:\n${why}`,
    );
    process.exitCode = 1;
  }
}
