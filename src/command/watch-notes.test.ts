import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunOptions } from '../import/import-settings.ts';
import type { ImportReport } from '../import/report.ts';
import { ChangeImports } from './watch-notes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const reported = { rendered: 1, ms: 0 } as ImportReport;

/** Imports of a garden that follows changes of files called `small…` by updates; a run takes `runMs`. */
function changeImports(runMs = 0, given: Partial<ImportReport> = {}) {
  const done: string[] = [];
  const report = { ...reported, ...given };
  const garden = {
    async update(paths: readonly string[]) {
      const isSmall = paths.every((path) => path.startsWith('small'));
      if (isSmall) done.push(`update ${paths.join(' ')}`);
      return isSmall ? report : null;
    },
    async run(_: unknown, { signal }: RunOptions = {}) {
      done.push('run');
      if (runMs > 0) await new Promise((resolve) => setTimeout(resolve, runMs));
      signal?.throwIfAborted();
      return report;
    },
  };
  const onReport = (_: ImportReport, kind: string) => void done.push(kind);
  const imports = new ChangeImports(garden, onReport, (work) => work());
  return { done, imports };
}

test('an update is reported at once, and a whole import follows when the notes rest', async () => {
  const { done, imports } = changeImports();
  await imports.onChange(['small.md']);
  expect(done).toEqual(['update small.md', 'update']);
  await vi.advanceTimersByTimeAsync(2900);
  await imports.onChange(['small2.md']);
  await vi.advanceTimersByTimeAsync(2900);
  expect(done.slice(2)).toEqual(['update small2.md', 'update']);
  await vi.advanceTimersByTimeAsync(200);
  expect(done.slice(4)).toEqual(['run', 'following']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(done).toHaveLength(6);
});

test('the longer an import takes the later one follows', async () => {
  const { done, imports } = changeImports(0, { ms: 5000 });
  await imports.onChange(['new.md']);
  await imports.onChange(['small.md']);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(done.slice(2)).toEqual(['update small.md', 'update']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(done.slice(4)).toEqual(['run', 'following']);
});

test('a change that no update can follow is imported at once, and nothing has to follow', async () => {
  const { done, imports } = changeImports();
  await imports.onChange(['garden.yaml']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(done).toEqual(['run', 'import']);
});

test('the import that follows gives way to a change, and comes after it', async () => {
  const { done, imports } = changeImports(500);
  await imports.onChange(['small.md']);
  await vi.advanceTimersByTimeAsync(3100);
  imports.onNotice();
  const changed = imports.onChange(['small2.md']);
  await vi.advanceTimersByTimeAsync(400);
  await changed;
  expect(done.slice(2)).toEqual(['run', 'update small2.md', 'update']);
  await vi.advanceTimersByTimeAsync(4000);
  expect(done.slice(5)).toEqual(['run', 'following']);
});

test('a failed update is tried again as a whole import, and told once', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const done: string[] = [];
  const fault = Object.assign(new Error('no space'), { code: 'ENOSPC', path: 'x' });
  let failures = 2;
  const garden = {
    async update() {
      done.push('update');
      throw fault;
    },
    async run() {
      done.push('run');
      if (failures-- > 0) throw fault;
      return reported;
    },
  };
  const imports = new ChangeImports(
    garden,
    () => {},
    (work) => work(),
  );
  await imports.onChange(['a.md']).catch(imports.onError);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(done).toEqual(['update', 'run', 'run', 'run']);
  expect(printed).toHaveBeenCalledTimes(1);
  printed.mockRestore();
});
