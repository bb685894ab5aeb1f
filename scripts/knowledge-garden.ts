#!/usr/bin/env node
/**
 * The program `knowledge-garden`. A Node that is too old hands over to the one that npm installed beside
 * the package; until then only modules that every Node has may be imported.
 */
import { spawn, spawnSync } from 'node:child_process';
import nodeModule, { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
const newer = isTooOld(process.versions.node) ? newerNode() : null;

if (newer === null) {
  // Compiled modules are kept in the system's folder for temporary files: each command starts sooner.
  nodeModule.enableCompileCache?.();
  const { runCommand } = await import('../src/command/run-command.ts');
  const { packageCommand } = await import('../src/command/package-command.ts');
  await runCommand(() => packageCommand(args, process.env));
} else {
  handOver(newer);
}

/** Runs the same program in another Node, which is stopped with this one. */
function handOver(node: string): void {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  // A terminal sends it to both, and the other one says so.
  process.on('SIGINT', () => {});
  child.on('close', (status) => {
    process.exitCode = status ?? 1;
  });
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 22 || (major === 22 && minor < 18);
}

/** The Node of the package `node`, or null where it is not installed or does not run. */
function newerNode(): string | null {
  try {
    const require = createRequire(import.meta.url);
    const found = require.resolve('node/bin/node');
    const { status, stdout } = spawnSync(found, ['--version'], { encoding: 'utf8' });
    return status === 0 && !isTooOld(stdout.trim().replace(/^v/u, '')) ? found : null;
  } catch {
    return null;
  }
}
