import { expect, test } from 'vitest';
import { countsOf } from './run-check.ts';

test.for([
  ['a command that succeeds counts as one', 0, null, { passed: 1, failed: 0 }],
  ['a command that fails counts as one failure', 2, null, { passed: 0, failed: 1 }],
  ['a report counts its tests', 1, { passed: 5, failed: 2 }, { passed: 5, failed: 2 }],
  [
    'a command that fails beside a report without failures counts as one failure',
    1,
    { passed: 5, failed: 0 },
    { passed: 5, failed: 1 },
  ],
] as const)('%s', ([, code, report, counts]) => {
  expect(countsOf(code, report)).toEqual(counts);
});
