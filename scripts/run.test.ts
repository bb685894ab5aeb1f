import { spawnSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test.for([
  [['doctor', '--wrong'], "Unknown option '--wrong'"],
  [['import', '--report', 'xml'], '--report is text, json or github, not “xml”.'],
] as const)('%j runs with its own arguments, and its exit code is kept', ([args, sentence]) => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', ...args], {
    encoding: 'utf8',
  });
  expect({ status, isTold: stderr.includes(sentence) }).toEqual({ status: 2, isTold: true });
});

test('a check that ran before runs from few files afterwards, and reports the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'garden-run-'));
  const cache = join(folder, 'cache');
  await mkdir(join(folder, 'notes/.obsidian'), { recursive: true });
  await writeFile(join(folder, 'notes/Kafka.md'), 'See [[Kafka#Nowhere]].\n');
  const check = () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['scripts/run.mjs', 'check', '--format', 'json'],
      {
        encoding: 'utf8',
        env: { ...process.env, GARDEN_NOTES: join(folder, 'notes'), GARDEN_CACHE: cache },
      },
    );
    return { status, report: stdout.replace(/"ms": ?\d+/, '') };
  };
  const [first, second] = [check(), check()];
  const bundled = join(cache, 'commands/check/check.mjs');
  await appendFile(bundled, "\nconsole.log('from few files');");
  const third = check();
  await writeFile(bundled, 'export const = ;');
  const fourth = check();
  await rm(folder, { recursive: true });
  expect(first.report).toContain('Nowhere');
  expect(third.report).toBe(`${first.report}from few files\n`);
  expect([second, fourth]).toEqual([first, first]);
});
