import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Running } from './running.ts';

/** A folder of the world's own for the files of its people; it goes with the world. */
export async function keepFiles(running: Running): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-files-'));
  running.add(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
