interface CodeInWork {
  /** Called with the absolute path of a file of the owner's before its code is run: a text, `site.ts` or `words.ts`. */
  begin(path: string): void;
  /** Called when that code has ended, where that is known. */
  end(): void;
}

declare global {
  var stetCodeInWork: CodeInWork | undefined;
}

globalThis.stetCodeInWork ??= { begin: () => {}, end: () => {} };

/**
 * Tells a guard which code is about to be run. Astro runs the pages with copies of every module, so the two meet in the
 * global scope.
 */
export const codeInWork: CodeInWork = globalThis.stetCodeInWork;
