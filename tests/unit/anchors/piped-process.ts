import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A process that is started once and then answers in turn, while this one waits. Not on Windows. */
export interface PipedProcess {
  /** @param isWhole true for all of an answer; false while there is more to come */
  ask(question: string, isWhole: (answer: Buffer) => boolean): Buffer;
  /** Ends the process. */
  end(): void;
}

/** Starts a process that reads questions from its standard input and writes the answers to its standard output. */
export function pipedProcess(command: string, args: readonly string[], cwd: string): PipedProcess {
  const folder = mkdtempSync(join(tmpdir(), 'stet-pipes-'));
  const names = [join(folder, 'questions'), join(folder, 'answers')] as const;
  execFileSync('mkfifo', names);
  const keepers = names.map((name) => openSync(name, 'r+')); // neither end waits for the other
  // the process has only its own ends, so that it ends when this one does
  const its = [openSync(names[0], 'r'), openSync(names[1], 'w')] as const;
  const [questions, answers] = [openSync(names[0], 'w'), openSync(names[1], 'r')];
  spawn(command, args, { cwd, stdio: [...its, 'ignore'] });
  for (const one of [...keepers, ...its]) closeSync(one);
  rmSync(folder, { recursive: true });
  return {
    ask(question, isWhole) {
      writeSync(questions, question);
      let answer: Buffer = Buffer.alloc(0);
      while (!isWhole(answer)) {
        const chunk = read();
        if (chunk.length === 0) throw new Error(`${command} has ended.`);
        answer = answer.length === 0 ? chunk : Buffer.concat([answer, chunk]);
      }
      return answer;
    },
    end() {
      closeSync(questions);
      while (read().length > 0); // until the process has ended
      closeSync(answers);
    },
  };

  function read(): Buffer {
    const chunk = Buffer.allocUnsafe(16_384);
    return chunk.subarray(0, readSync(answers, chunk));
  }
}
