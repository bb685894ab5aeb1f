/** Tells when something below a folder changes. */
import { watch } from 'node:fs/promises';

/** Changes closer together than this are one: editors write a file in several steps. */
const quietMilliseconds = 80;

/** Calls `changed` after every burst of changes below a folder, one call at a time, for ever. */
export async function watchFolder(folder: string, changed: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = () => {
    running = running.then(changed);
  };
  for await (const _ of watch(folder, { recursive: true })) {
    clearTimeout(timer);
    timer = setTimeout(run, quietMilliseconds);
  }
}
