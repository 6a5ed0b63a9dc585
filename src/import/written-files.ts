import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** What became of a file that an import would write. */
export type Outcome = 'new' | 'renewed' | 'unchanged' | 'kept';

const record = z.record(z.string(), z.string());

/**
 * Writes files, and never over what somebody else wrote: only a file that is byte for byte as an earlier import left
 * it is replaced.
 * @param recordFile says what earlier imports wrote
 */
export function fileWriter(recordFile: string) {
  const known = existsSync(recordFile) ? record.parse(JSON.parse(readFileSync(recordFile, 'utf8'))) : {};
  return {
    /** @param path absolute @param name by which the record knows the file */
    write(path: string, name: string, content: string | Uint8Array): Outcome {
      const sum = sha256(content);
      const there = existsSync(path) ? sha256(readFileSync(path)) : null;
      if (there !== null && there !== sum && known[name] !== there) return 'kept';
      known[name] = sum;
      if (there === sum) return 'unchanged';
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return there === null ? 'new' : 'renewed';
    },
    /** Keeps in mind what was written. */
    close(): void {
      mkdirSync(dirname(recordFile), { recursive: true });
      writeFileSync(recordFile, `${JSON.stringify(known, null, 1)}\n`);
    },
  };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
