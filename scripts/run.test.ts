import { spawnSync } from 'node:child_process';
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
