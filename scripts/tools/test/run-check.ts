/** Runs one check as a process of its own, and counts what passed. */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { resolve as absolute } from 'node:path';
import { type Check, reportsFolder } from './checks.ts';
import { failuresOf } from './failures.ts';
import type { Counts } from './run-checks.ts';

/** Runs a check; what it wrote is shown in one piece once it is done, since others run beside it. */
export async function runCheck(check: Check): Promise<Counts> {
  const { name, command, report, isBackground } = check;
  if (report) await rm(report, { force: true });
  console.log(`── ${name} …`);
  const start = performance.now();
  const { code, output } = await run(command, isBackground === true);
  const counts = countsOf(code, report ? await readReport(report) : null);
  const failures = counts.failed > 0 ? named(name, counts.failures, output) : [];
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const result = counts.failed > 0 ? 'failed' : 'passed';
  console.log(`\n── ${name}: ${result} after ${seconds} s\n${output.trimEnd()}\n`);
  return { ...counts, failures };
}

/** How many of its last lines are repeated of a command that failed without a report. */
const repeatedLines = 20;

function named(name: string, failures: readonly string[], output: string): readonly string[] {
  const last = output.trimEnd().split('\n').slice(-repeatedLines).join('\n');
  return (failures.length > 0 ? failures : [last]).map((failure) => `${name}: ${failure}`);
}

/**
 * What a command counts as: its report's tests, else one. A report that says that nothing failed while
 * the command failed counts as one failure.
 */
export function countsOf(code: number, report: Counts | null): Counts {
  if (!report) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] };
  return code === 0 ? report : { ...report, failed: Math.max(1, report.failed) };
}

function run(
  [command = '', ...args]: readonly string[],
  isBackground: boolean,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm's commands are scripts on Windows, which only a shell starts.
      shell: process.platform === 'win32',
      env: {
        // Tests start the commands about a hundred times: each is a second faster with compiled modules.
        NODE_COMPILE_CACHE: absolute(reportsFolder, 'compiled'),
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        FORCE_COLOR: '0',
      },
    });
    if (isBackground && child.pid !== undefined)
      setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const parts: Buffer[] = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8') });
    });
  });
}

async function readReport(path: string): Promise<Counts | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { numPassedTests: passed, numFailedTests: failed } = value as Record<string, unknown>;
  return { passed: Number(passed), failed: Number(failed), failures: failuresOf(value) };
}
