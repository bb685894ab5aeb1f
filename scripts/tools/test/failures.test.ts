import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { failuresOf } from './failures.ts';

test('tests that failed are named with the first lines of their errors', () => {
  const passed = { fullName: 'a passes', status: 'passed', failureMessages: [] };
  const failed = {
    fullName: 'b fails',
    status: 'failed',
    failureMessages: ['Error: no\n    at b'],
  };
  const name = resolve('src/a.test.ts');
  const report = {
    testResults: [
      { name, status: 'failed', message: '', assertionResults: [passed, failed] },
      { name: resolve('src/b.test.ts'), status: 'passed', message: '', assertionResults: [passed] },
    ],
  };
  expect(failuresOf(report)).toEqual(['src/a.test.ts › b fails\nError: no\n    at b']);
});

test('a file that failed before its tests is named with its message', () => {
  const message = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
  const file = { name: resolve('src/a.test.ts'), status: 'failed', message, assertionResults: [] };
  const [failure = ''] = failuresOf({ testResults: [file] });
  expect(failure.split('\n')).toEqual(['src/a.test.ts', ...message.split('\n').slice(0, 12)]);
});

test('a report without results names nothing', () => {
  expect(failuresOf({})).toEqual([]);
});
