import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AuthorError } from '../document/problem.ts';
import { pathFromRoot } from '../paths.ts';
import { submissionSchema } from './submission.ts';

const pendingSchema = z.strictObject({
  submission: submissionSchema,
  /** The slug of the essay; null where none was found. */
  essay: z.string().nullable(),
  /** Why it may be spam. */
  suspicions: z.array(z.string()),
  /** When it was imported. */
  imported: z.string(),
});

/** A submission that waits for the author's decision. */
export type Pending = z.infer<typeof pendingSchema>;

const decisions = ['approved', 'rejected', 'spam'] as const;
export type Decision = (typeof decisions)[number];

const seenSchema = z.strictObject({ version: z.literal(1), seen: z.record(z.string(), z.enum(decisions)) });

/**
 * What waits and what was decided, in a folder that is never published nor committed: it holds e-mail addresses.
 * `pending/` and `rejected/` have a file for each submission; `seen.json` says what became of which id.
 */
export class PendingBox {
  readonly #folder: string;

  /** @param folder where it is kept */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What waits, by id. @throws AuthorError where a file was damaged */
  all(): Pending[] {
    return filesIn(join(this.#folder, 'pending')).map((file) => this.#read(file));
  }

  get(id: string): Pending | null {
    const file = this.pathOf(id);
    return existsSync(file) ? this.#read(file) : null;
  }

  put(pending: Pending): void {
    write(this.pathOf(pending.submission.id), json(pendingSchema.parse(pending)));
  }

  /** Where a pending submission lies; its author's words may be shortened there by hand. */
  pathOf(id: string): string {
    return join(this.#folder, 'pending', `${id}.json`);
  }

  /** What was decided about a submission on this machine. */
  decision(id: string): Decision | null {
    return this.#seen()[id] ?? null;
  }

  /**
   * Notes a decision and takes the submissions out of what waits. What was not approved is kept without its e-mail
   * address, so that it can be brought back.
   */
  decide(pending: readonly Pending[], decision: Decision): void {
    for (const { submission, ...rest } of decision === 'approved' ? [] : pending)
      write(this.#rejected(submission.id), json({ ...rest, submission: { ...submission, email: '' } }));
    const ids = pending.map(({ submission }) => submission.id);
    this.#note({ ...this.#seen(), ...Object.fromEntries(ids.map((id) => [id, decision])) });
    for (const id of ids) rmSync(this.pathOf(id), { force: true });
  }

  /** Lets a rejected submission wait again. @returns false where there is none */
  restore(id: string): boolean {
    if (!existsSync(this.#rejected(id))) return false;
    this.put(this.#read(this.#rejected(id)));
    const { [id]: _, ...others } = this.#seen();
    this.#note(others);
    rmSync(this.#rejected(id));
    return true;
  }

  #rejected(id: string): string {
    return join(this.#folder, 'rejected', `${id}.json`);
  }

  #read(file: string): Pending {
    return readJson(file, pendingSchema);
  }

  #seen(): Readonly<Record<string, Decision>> {
    const file = join(this.#folder, 'seen.json');
    return existsSync(file) ? readJson(file, seenSchema).seen : {};
  }

  #note(seen: Readonly<Record<string, Decision>>): void {
    const sorted = Object.fromEntries(Object.entries(seen).sort(([a], [b]) => (a < b ? -1 : 1)));
    write(join(this.#folder, 'seen.json'), json({ version: 1, seen: sorted }));
  }
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
  return names.sort().map((name) => join(folder, name));
}

function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  let reason: string;
  try {
    const result = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    reason = `\`${issue?.path.join('.')}\`: ${issue?.message}`;
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  const message = `The file cannot be read: ${reason}. Mend it, or delete it and import again.`;
  throw new AuthorError([{ file: pathFromRoot(file), line: 0, message }]);
}

/** Whole or not at all, and for nobody else on the machine to read. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const next = `${file}.next`;
  writeFileSync(next, text, { mode: 0o600 });
  renameSync(next, file);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
