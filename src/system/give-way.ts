/** Lets other work go on between the steps of a long one, and ends it where that is asked for. */
import { setImmediate } from 'node:timers/promises';

/** Waits for what is due. @throws the signal's reason once it is aborted; does nothing without a signal. */
export async function giveWay(signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return;
  await setImmediate();
  signal.throwIfAborted();
}
