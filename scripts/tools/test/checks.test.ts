import { expect, test } from 'vitest';
import { checksFor } from './checks.ts';

const files = ['src/garden/hash.test.ts', 'src/e2e/search.test.ts', 'src/search/cut/cut.test.ts'];
const namesFor = (filter: string) => checksFor(filter, files).map(({ name }) => name);

test('without a filter everything is checked', () => {
  expect(namesFor('')).toEqual([
    'build',
    'unit tests',
    'browser tests',
    'types',
    'lint and import rules',
    'unused code',
  ]);
});

test.for([
  ['a unit test', 'hash', ['unit tests']],
  ['a browser test', 'e2e/search', ['build', 'browser tests']],
  ['both', 'search', ['unit tests', 'build', 'browser tests']],
  ['no test', 'nothing', []],
] as const)('a filter that names %s runs only what it needs', ([, filter, names]) => {
  expect(namesFor(filter)).toEqual(names);
});

test('a filter reaches Vitest as it is', () => {
  const [unit] = checksFor('hash', files);
  expect(unit?.command.slice(4, 9)).toEqual([
    ...['--project', 'unit', '--project', 'unit-mermaid', 'hash'],
  ]);
});
