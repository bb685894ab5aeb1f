/** Lets other work go on between the steps of a long one, and ends it where that is asked for. */
import { setImmediate } from 'node:timers/promises';

/** How long a loop holds up everything else, such as the signal that ends the command. In ms. */
const maxHeldMs = 50;

/** A function for each round of a long loop: now and then it lets everything else have its turn. */
export function givingTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < maxHeldMs) return;
    await setImmediate();
    since = performance.now();
  };
}

/** Waits for what is due. @throws the signal's reason once it is aborted; does nothing without a signal. */
export async function giveWay(signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return;
  await setImmediate();
  signal.throwIfAborted();
}
