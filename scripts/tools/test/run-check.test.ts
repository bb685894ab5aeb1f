import { expect, test } from 'vitest';
import { countsOf } from './run-check.ts';

const report = { passed: 5, failed: 2, failures: ['a', 'b'] };

test.for([
  ['a command that succeeds counts as one', 0, null, { passed: 1, failed: 0, failures: [] }],
  ['a command that fails counts as one failure', 2, null, { passed: 0, failed: 1, failures: [] }],
  ['a report counts its tests', 1, report, report],
  [
    'a command that fails beside a report without failures counts as one failure',
    1,
    { ...report, failed: 0 },
    { ...report, failed: 1 },
  ],
] as const)('%s', ([, code, report, counts]) => {
  expect(countsOf(code, report)).toEqual(counts);
});
