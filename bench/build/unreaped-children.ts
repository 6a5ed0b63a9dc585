import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into every Node process that is measured (`NODE_OPTIONS`). A program that still runs when its parent exits
 * (Pagefind's service does) is never counted by the system as time of the parent's; here its seconds are
 * written, a line each, to the file named by `STET_UNREAPED`. Linux only.
 */
const file = process.env['STET_UNREAPED'];
if (file && isMainThread && process.platform === 'linux') {
  process.on('exit', () => {
    for (const thread of readdirSync('/proc/self/task'))
      for (const pid of readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean))
        appendFileSync(file, `${secondsOf(pid)}\n`);
  });
}

/** Processor seconds of a process and of what it waited for: fields 14 to 17 of its stat, in hundredths. */
function secondsOf(pid: string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}
