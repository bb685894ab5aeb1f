/** Long work in parts: between them the browser answers the reader. */

/** Resolves in a task of its own, before what waits already where the browser knows `scheduler.yield`. */
export function nextTask(): Promise<void> {
  const scheduler: unknown = Reflect.get(globalThis, 'scheduler');
  if (isYielding(scheduler)) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}

function isYielding(scheduler: unknown): scheduler is { yield(): Promise<void> } {
  return typeof scheduler === 'object' && scheduler !== null && 'yield' in scheduler;
}
