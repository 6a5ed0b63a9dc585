/** Folders that belong to the owner, or that a command makes: an upgrade reads and writes nothing in them. */
const outside = /^(?:content|public|node_modules|dist|\.git|\.stet|\.astro)(?:\/|$)/;

/** Whether a file of the engine's repository is part of the engine. */
export const isOfEngine = (path: string) => !outside.test(path) && path !== 'engine.json';

/** Files that come with the engine and that owners write anew: a changed one stays as it is. */
export const isOwnersWhenChanged = (path: string) =>
  /^(?:README\.md|LICENSE|CONTRIBUTING\.md|\.editorconfig)$/.test(path);

/** Lists of one setting a line: an owner's lines stay, and lines of the engine that are missing are added. */
export const isListOfLines = (path: string) => /^\.(?:gitignore|gitattributes|npmrc)$/.test(path);

/** Files without which the engine cannot work; they come back where the owner deleted them. */
export const isNecessary = (path: string) =>
  path.startsWith('src/') ||
  /^(?:astro\.config\.mjs|tsconfig\.json|package\.json|package-lock\.json)$/.test(path);

/** The owner's lines, after those of the engine that they lack: of two settings the later one counts. */
export function mergedLines(owner: string, engine: string): string {
  const own = owner.replaceAll('\r\n', '\n').split('\n');
  const missing = engine.split('\n').filter((line) => line !== '' && !own.includes(line));
  return [...missing, ...own].join('\n');
}
