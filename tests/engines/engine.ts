/**
 * A real browser with one window, as far as the journeys need it: the same for each engine. Texts that are run in the
 * page are bodies of functions, with `arguments`.
 */
export interface Engine {
  open(address: string): Promise<void>;
  /** Runs a script in the page. @returns what it returns, which must be JSON */
  run(script: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Clicks the first element that is selected, with a real pointer. @throws where it is not there or is covered */
  click(selector: string): Promise<void>;
  /** Presses keys one after the other: characters, or a name of `keys`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Sets the size of the page's view; an engine may have a smallest width. */
  resize(width: number, height: number): Promise<void>;
  back(): Promise<void>;
  /** A PDF of the page; null where the engine cannot make one by itself. */
  print(): Promise<Uint8Array | null>;
  /** A PNG of what is in view. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** How to start an engine, and whether it is on this machine. */
export interface EngineKind {
  name: string;
  /** What has to be installed, as Debian names it; null where nothing is missing. */
  missing: string | null;
  start(): Promise<Engine>;
}

/** Keys without a character, as WebDriver writes them. */
export const keys: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  ArrowDown: '\uE015',
};
