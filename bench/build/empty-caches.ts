import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes folders away that a build keeps for the next one. They are moved and not deleted: ext4 passes over inodes that were
 * deleted in the last half minute, so that files are made more slowly after many were deleted than on a fresh machine.
 * @param aside a folder of the same disk, which is deleted when everything was measured
 */
export function emptyCaches(folder: string, paths: readonly string[], aside: string): void {
  mkdirSync(aside, { recursive: true });
  for (const path of paths)
    if (existsSync(join(folder, path)))
      renameSync(join(folder, path), join(aside, `${readdirSync(aside).length}`));
}
