/** The command `npm test`: everything that must hold, then one line with the counts. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { runCommand } from '../src/command/run-command.ts';

/** A check: its own tests are counted where it writes a Vitest report, else it counts as one. */
interface Check {
  readonly name: string;
  readonly command: readonly string[];
  readonly report?: string;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const reports = '.cache/test';

const checks: readonly Check[] = [
  { name: 'lint and import rules', command: ['biome', 'ci', '--colors=off', '.'] },
  vitest('unit tests', 'unit', ['--exclude', 'src/e2e/**']),
  { name: 'build', command: ['node', 'scripts/build.ts'] },
  { name: 'notes', command: ['node', 'scripts/import.ts', '--strict'] },
  { name: 'types', command: ['astro', 'check', '--minimumSeverity', 'warning'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  vitest('browser tests', 'browser', [
    '--dir',
    'src/e2e',
    '--no-file-parallelism',
    '--testTimeout=90000',
    '--hookTimeout=90000',
  ]),
];

function vitest(name: string, id: string, args: readonly string[]): Check {
  const report = `${reports}/${id}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, report, command: ['vitest', 'run', ...args, ...reporters] };
}

await runCommand(async () => {
  await mkdir(reports, { recursive: true });
  let passed = 0;
  let failed = 0;
  for (const check of checks) {
    console.log(`\n── ${check.name}`);
    if (check.report) await rm(check.report, { force: true });
    const code = await run(check.command);
    const counts = await count(check, code);
    passed += counts.passed;
    failed += counts.failed;
    if (counts.failed > 0) console.log(`── ${check.name}: failed`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});

function run([command = '', ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** A Vitest report that says nothing failed while the command failed counts as one failure. */
async function count({ report }: Check, code: number): Promise<Counts> {
  const one = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  if (!report) return one;
  const told = await readReport(report);
  if (!told) return one;
  return { passed: told.passed, failed: code !== 0 && told.failed === 0 ? 1 : told.failed };
}

async function readReport(path: string): Promise<Counts | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { numPassedTests: passed, numFailedTests: failed } = value as Record<string, unknown>;
  return { passed: Number(passed), failed: Number(failed) };
}
