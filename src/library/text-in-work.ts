interface TextInWork {
  /** Called with the absolute path of a text before it is rendered. */
  begin(path: string): void;
}

declare global {
  var stetTextInWork: TextInWork | undefined;
}

globalThis.stetTextInWork ??= { begin: () => {} };

/**
 * Tells a guard which text is about to be rendered. Astro runs the pages with copies of every module, so the two meet
 * in the global scope.
 */
export const textInWork: TextInWork = globalThis.stetTextInWork;
