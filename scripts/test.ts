/** The command `npm test [part of a path]`: everything that must hold, then one line with the counts. */
import { glob, mkdir } from 'node:fs/promises';
import { runCommand } from '../src/command/run-command.ts';
import { UsageError } from '../src/system/usage-error.ts';
import { checksFor, reportsFolder } from './tools/test/checks.ts';
import { runCheck } from './tools/test/run-check.ts';
import { runChecks } from './tools/test/run-checks.ts';

await runCommand(async () => {
  const [filter = ''] = process.argv.slice(2);
  const testFiles: string[] = [];
  for await (const path of glob('{src,scripts}/**/*.test.ts')) testFiles.push(path);
  const checks = checksFor(filter, testFiles);
  if (checks.length === 0) throw new UsageError(`No test file’s path contains “${filter}”.`);
  await mkdir(reportsFolder, { recursive: true });
  const { passed, failed, failures } = await runChecks(checks, runCheck);
  for (const failure of failures) console.log(`✗ ${failure}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
