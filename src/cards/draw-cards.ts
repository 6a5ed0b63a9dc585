import { fork } from 'node:child_process';
import { join } from 'node:path';
import { cardFonts } from './card-fonts.ts';
import type { Drawing } from './drawing-process.ts';

type Answer = { bytes: Uint8Array } | { reason: string };

/**
 * Draws cards in a process beside this one.
 * @param drawn called with each, in their order
 * @param signal ends the process before it has drawn everything
 */
export async function drawCards(
  drawings: readonly Drawing[],
  drawn: (index: number, bytes: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<void> {
  if (drawings.length === 0 || signal?.aborted) return;
  const folder = await cardFonts();
  const artist = fork(new URL('drawing-process.ts', import.meta.url), {
    cwd: folder,
    env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    ...(signal ? { signal } : {}),
  });
  try {
    await new Promise<void>((done, fail) => {
      let index = 0;
      const next = () => {
        const drawing = drawings[index];
        if (drawing) artist.send(drawing);
        else done();
      };
      artist.on('message', (answer: Answer) => {
        if ('reason' in answer) return fail(new Error(`A card could not be drawn: ${answer.reason}`));
        try {
          drawn(index++, answer.bytes);
          next();
        } catch (error) {
          fail(error); // such as a full disk
        }
      });
      artist.on('error', (error) => (signal?.aborted ? done() : fail(error)));
      artist.on('exit', (code) => fail(new Error(`The process that draws cards ended with ${code}.`)));
      next();
    });
  } finally {
    artist.kill();
  }
}
