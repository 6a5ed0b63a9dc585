import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const {
  beat,
  name,
  patience,
  message,
}: { beat: Int32Array; name: Uint8Array; patience: number; message: string } = workerData;

/**
 * Ends the process, with a sentence, when its main thread has done nothing but one text for too long. What counts is
 * processor time, not what a clock shows: on a machine with other work, or after a sleep, a text is not to blame.
 */
let last = -1;
let seconds = 0;
let usage = process.cpuUsage();
setInterval(() => {
  const now = Atomics.load(beat, 0);
  const { user, system } = process.cpuUsage(usage);
  usage = process.cpuUsage();
  // Other threads compute too, but the busy one had no more than a second of each second.
  seconds = now === last && name[0] !== 0 ? seconds + Math.min(1, (user + system) / 1e6) : 0;
  last = now;
  if (seconds < patience) return;
  const file = new TextDecoder().decode(name.slice(0, name.indexOf(0)));
  writeSync(
    2,
    message.replace('{file}', () => file),
  );
  process.kill(process.pid, 'SIGKILL'); // a busy thread cannot be ended in another way
}, 1000);
