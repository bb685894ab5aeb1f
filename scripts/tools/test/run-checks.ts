/** Runs checks side by side, each after the one that it needs. */
import type { Check } from './checks.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Each failure by name, with the beginning of what it said. */
  readonly failures: readonly string[];
}

/** A third check uses the time in which browser tests wait and Vitest ends with few files left. */
const checksAtOnce = 3;

/**
 * Runs the checks in their order, three at a time; one waits for the check that it names in `after`, and
 * others go first meanwhile. Gives the sum of what passed and failed, and all failures.
 */
export async function runChecks(
  checks: readonly Check[],
  run: (check: Check) => Promise<Counts>,
): Promise<Counts> {
  const waiting = [...checks];
  const running = new Map<string, Promise<void>>();
  const total = { passed: 0, failed: 0, failures: [] as string[] };
  while (waiting.length > 0 || running.size > 0) {
    const open = new Set([...waiting.map(({ name }) => name), ...running.keys()]);
    const next = waiting.find(({ after }) => after === undefined || !open.has(after));
    if (next && running.size < checksAtOnce) {
      waiting.splice(waiting.indexOf(next), 1);
      const done = run(next).then(({ passed, failed, failures }) => {
        total.passed += passed;
        total.failed += failed;
        total.failures.push(...failures);
        running.delete(next.name);
      });
      running.set(next.name, done);
      continue;
    }
    if (running.size === 0)
      throw new Error(`${waiting[0]?.name} waits for a check that waits for it.`);
    await Promise.race(running.values());
  }
  return total;
}
