import { expect, test } from 'vitest';
import type { Check } from './checks.ts';
import { runChecks } from './run-checks.ts';

const check = (name: string, after?: string): Check => ({
  name,
  command: [],
  ...(after && { after }),
});

/** Runs checks that end when told to; gives the order in which they started, and the counts. */
async function started(checks: readonly Check[], ends: readonly string[]) {
  const order: string[] = [];
  const finish = new Map<string, () => void>();
  const counts = runChecks(checks, ({ name }) => {
    order.push(name);
    return new Promise((resolve) => {
      finish.set(name, () => resolve({ passed: 2, failed: 1, failures: [name] }));
    });
  });
  for (const name of ends) {
    await new Promise((resolve) => setImmediate(resolve));
    finish.get(name)?.();
  }
  return { order, counts: await counts };
}

test('three checks run at once, and the counts and failures are added', async () => {
  const checks = [check('a'), check('b'), check('c'), check('d')];
  expect(await started(checks, ['b', 'a', 'c', 'd'])).toEqual({
    order: ['a', 'b', 'c', 'd'],
    counts: { passed: 8, failed: 4, failures: ['b', 'a', 'c', 'd'] },
  });
});

test('a check waits for the one that it needs, and others go first', async () => {
  const names = ['lint', 'units', 'types'];
  const checks = [check('build'), check('browser', 'build'), ...names.map((name) => check(name))];
  const { order } = await started(checks, ['lint', 'build', 'types', 'browser', 'units']);
  expect(order).toEqual(['build', 'lint', 'units', 'types', 'browser']);
});

test('checks that wait for each other are an error', async () => {
  const checks = [check('a', 'b'), check('b', 'a')];
  await expect(started(checks, [])).rejects.toThrow('a waits for a check that waits for it.');
});
