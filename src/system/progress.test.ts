import { expect, test } from 'vitest';
import { counted, showProgress } from './progress.ts';

test('a stage ends with a line of its name, result and seconds', () => {
  const lines: string[] = [];
  const stage = showProgress((line) => lines.push(line)).stage('parse');
  stage.reached('1 note');
  stage.end('3,176 notes');
  expect(lines).toEqual([expect.stringMatching(/^ {2}parse {6}3,176 notes +\d\.\d s$/)]);
});

test.for([
  [0, '0 notes'],
  [1, '1 note'],
  [3176, '3,176 notes'],
] as const)('%i is counted as %s', ([count, text]) => {
  expect(counted(count, 'note')).toBe(text);
});
