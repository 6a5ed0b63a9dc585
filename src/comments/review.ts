import { approve, authorFor, type Desk, type Outcome, reply } from './decisions.ts';
import { pendingInWords } from './describe-pending.ts';
import type { Pending } from './pending.ts';

/** A terminal: a question gives null when its input has ended. */
export interface Terminal {
  say: (text: string) => void;
  ask: (question: string) => Promise<string | null>;
}

const question = 'a approve, r reject, s spam, w write an answer, n next, q quit: ';

/**
 * Goes through everything that waits, one after the other.
 * @param names of authors and earlier writers, for the warning about names that look alike
 */
export async function review(desk: Desk, names: readonly string[], { say, ask }: Terminal): Promise<void> {
  const all = desk.box.all();
  for (const [index, { submission }] of all.entries()) {
    const pending = desk.box.get(submission.id);
    if (!pending) continue;
    say(`${index + 1} of ${all.length}${pendingInWords(pending, desk, names)}`);
    const goesOn = await decided(desk, pending, { say, ask });
    if (!goesOn) return;
  }
  say(all.length === 0 ? 'No comment waits for review.' : 'That was the last one.');
}

/** Asks until something is decided. @returns false to quit */
async function decided(desk: Desk, pending: Pending, { say, ask }: Terminal): Promise<boolean> {
  const { id } = pending.submission;
  for (;;) {
    const answer = (await ask(question))?.trim().toLowerCase();
    if (answer === undefined || answer === 'q') return false;
    if (answer === 'n') return true;
    if (answer === 'r' || answer === 's') {
      desk.box.decide([pending], answer === 'r' ? 'rejected' : 'spam');
      return true;
    }
    if (answer !== 'a' && answer !== 'w') continue;
    const essay = pending.essay ?? (await ask('To which essay does it belong? Its slug: '))?.trim() ?? '';
    desk.box.put({ ...pending, essay });
    const outcome = answer === 'a' ? approve(desk, [pending], essay) : await answered(desk, id, ask);
    say(outcomeInWords(outcome));
    if (!('refused' in outcome)) return true;
    desk.box.put(pending);
  }
}

async function answered(desk: Desk, id: string, ask: Terminal['ask']): Promise<Outcome> {
  const name = authorFor(desk, id) ?? (await ask('Your name: '))?.trim() ?? '';
  const text = await ask('Your answer, on one line: ');
  if (name === '' || text === null) return { refused: 'Nothing was written.' };
  return reply(desk, id, name, text);
}

/** What a decision did. */
export function outcomeInWords(outcome: Outcome): string {
  if ('refused' in outcome) return outcome.refused;
  return [...outcome.files.map((file) => `Wrote ${file}. Commit it.`), ...outcome.remarks].join('\n');
}
