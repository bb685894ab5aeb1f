import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { counted, type Progress, showProgress } from './progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function linesOf(work: (progress: Progress) => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const output = { write: (line: string) => lines.push(line) };
  await showProgress(output, work).catch((error) => lines.push(`${error}`));
  return lines.map((line) => line.replace(/ {2,}/g, '  '));
}

test('a stage ends with a line of its name, result and seconds', async () => {
  const lines = await linesOf(async (progress) => {
    const stage = progress.stage('parse');
    vi.advanceTimersByTime(1200);
    stage.reached('1 note');
    stage.end('3,176 notes');
  });
  expect(lines).toEqual(['  parse  3,176 notes  1.2 s']);
});

test('a long stage shows how far it is, once after every four seconds', async () => {
  const lines = await linesOf(async (progress) => {
    const stage = progress.stage('draw');
    for (const done of [1, 2, 3, 4, 5, 6]) {
      vi.advanceTimersByTime(1500);
      stage.reached(`${done} of 6 diagrams`);
    }
    stage.end('6 diagrams');
  });
  expect(lines).toEqual([
    '  draw  3 of 6 diagrams …  4.5 s',
    '  draw  6 of 6 diagrams …  9.0 s',
    '  draw  6 diagrams  9.0 s',
  ]);
});

test('on a terminal one line moves, with the time that is left', async () => {
  const shown: string[] = [];
  const output = {
    write: (line: string) => shown.push(line),
    show: (line: string) => shown.push(line),
  };
  await showProgress(output, async (progress) => {
    const stage = progress.stage('draw');
    for (const done of [1, 2, 3]) {
      vi.advanceTimersByTime(700);
      stage.reached(`${done} of 4 diagrams`, done / 4);
      stage.reached('too early to be drawn again');
    }
    stage.end('4 diagrams');
  });
  expect(shown.map((line) => line.replace(/ {2,}/g, '  '))).toEqual([
    '  draw  1 of 4 diagrams  0.7 s',
    '  draw  2 of 4 diagrams  1.4 s, 2 s left',
    '  draw  3 of 4 diagrams  2.1 s, 1 s left',
    '  draw  4 diagrams  2.1 s',
  ]);
});

test('a stage that fails is named, one that ended before is not, and the error goes on', async () => {
  const lines = await linesOf(async (progress) => {
    progress.stage('read').end('2 notes');
    progress.stage('render');
    vi.advanceTimersByTime(500);
    throw new Error('broken');
  });
  expect(lines).toEqual(['  read  2 notes  0.0 s', '  render  failed  0.5 s', 'Error: broken']);
});

test('what the work returns is returned', async () => {
  expect(await showProgress({ write: () => {} }, async () => 42)).toBe(42);
});

test.for([
  [0, '0 notes'],
  [1, '1 note'],
  [3176, '3,176 notes'],
] as const)('%i is counted as %s', ([count, text]) => {
  expect(counted(count, 'note')).toBe(text);
});
