/** Where the lines go: `process.stdout`, or what a test gives. */
interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** One step of a command while it is under way. */
export interface Stage {
  /** Says how far it is; in a terminal only. */
  update(done: number, total: number): void;
  /** Ends it with its line. @param summary what came of it, such as `12 changed` */
  done(summary?: string): void;
}

/** What a build has published. */
export interface Published {
  essays: number;
  /** Pages of the site's own, such as the about page. */
  pages: number;
  /** Slugs of texts left out because they are drafts. */
  drafts: readonly string[];
  /** Slugs of essays left out because their day has not come. */
  heldBack?: readonly string[];
  files: number;
  /** Size of all files together. */
  bytes: number;
  /** Path from the repository's top. */
  folder: string;
}

/** Texts left out that are named; of any others only the number is. */
const mostNamed = 5;

/** Milliseconds between two states of a line: a terminal need not draw more often than one can read. */
const pause = 100;

/** Clears the line of a terminal and goes to its beginning. */
const clear = '\r\u001b[2K';

/**
 * Prints what a command is doing: a line for each stage, with its result and its duration. In a terminal the line of
 * the current stage is overwritten; elsewhere (CI, a file) each line is written once, at the end of its stage.
 */
export class Progress {
  readonly #output: Output;
  readonly #isLive: boolean;
  readonly #now: () => number;
  #current: Stage | undefined;

  /** @param now milliseconds since any moment */
  constructor(output: Output, isLive: boolean, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#isLive = isLive;
    this.#now = now;
  }

  /** Begins a stage and ends the one before it. @param name such as `Reading 1,000 essays` */
  stage(name: string): Stage {
    this.#current?.done();
    const start = this.#now();
    let drawn = start;
    this.#draw(`${name} …`);
    const stage: Stage = {
      update: (done, total) => {
        if (this.#current !== stage || this.#now() - drawn < pause) return;
        drawn = this.#now();
        this.#draw(`${name} … ${number(done)} of ${number(total)}`);
      },
      done: (summary = '') => {
        if (this.#current !== stage) return;
        this.#current = undefined;
        const seconds = ((this.#now() - start) / 1000).toFixed(1);
        this.#line(`${name}${summary && `: ${summary}`} (${seconds} s)`);
      },
    };
    this.#current = stage;
    return stage;
  }

  /** Drops the stage under way, so that an error can be printed on a line of its own. */
  stop(): void {
    if (this.#current && this.#isLive) this.#output.write(clear);
    this.#current = undefined;
  }

  /** Says at the end what was published. */
  summary(published: Published): void {
    this.#current?.done();
    this.#line(publishedSummary(published));
  }

  /** The state of a stage, cut so that it stays on one line. */
  #draw(text: string): void {
    if (this.#isLive) this.#output.write(clear + text.slice(0, (this.#output.columns ?? 80) - 1));
  }

  #line(text: string): void {
    this.#output.write(`${this.#isLive ? clear : ''}${text}\n`);
  }
}

/** The progress of the command that runs. */
export const progress = new Progress(process.stdout, process.stdout.isTTY && !process.env['CI']);

/** `Published 12 essays and 3 pages (2 drafts left out: `oil`, `tar`): 214 files, 3.1 MB in dist/` */
export function publishedSummary(published: Published): string {
  const { essays, pages, drafts, heldBack = [], files, bytes, folder } = published;
  const others = [
    ...(drafts.length > 0 ? [`${counted(drafts.length, 'draft')} left out: ${named(drafts)}`] : []),
    ...(heldBack.length > 0
      ? [`${counted(heldBack.length, 'essay')} held back until its day: ${named(heldBack)}`]
      : []),
  ];
  const leftOut = others.length > 0 ? ` (${others.join('; ')})` : '';
  const size =
    bytes < 1e6 ? `${number(Math.round(bytes / 1e3))} kB` : `${number(Number((bytes / 1e6).toFixed(1)))} MB`;
  return `Published ${counted(essays, 'essay')} and ${counted(pages, 'page')}${leftOut}: ${counted(files, 'file')}, ${size} in ${folder}/`;
}

/** The first texts by their names, and how many more there are. */
function named(slugs: readonly string[]): string {
  const names = slugs.slice(0, mostNamed).map((slug) => `\`${slug}\``);
  const more = slugs.length - mostNamed;
  return names.join(', ') + (more > 0 ? ` and ${number(more)} more` : '');
}

/** A number with its noun: `1 essay`, `1,000 essays`. @param noun one that takes an s in the plural */
export function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
