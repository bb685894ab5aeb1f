/**
 * Runs a command of the project: `node scripts/run.mjs build --quiet`. The commands are TypeScript, which a
 * Node that is too old cannot even load: it hands over to the Node of the package `node`, or says what to do.
 * Only what every Node has may be used here.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [name = '', ...args] = process.argv.slice(2);
const command = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
const newer = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Runs a command from its modules, or from the few files that an earlier run made of them. */
async function run(source) {
  if (name !== 'check') return import(source);
  const { keepCommand, keptCommand } = await import('../src/command/kept-command.ts');
  const cache = resolve(process.env.GARDEN_CACHE || '.cache');
  const kept = keptCommand(name, cache);
  await import(kept ?? source).catch((error) => {
    const isBroken = error instanceof SyntaxError || error.code === 'ERR_MODULE_NOT_FOUND';
    if (kept === null || !isBroken) throw error;
    return import(source);
  });
  // The first run has enough to do, and may be the only one.
  if (kept === null && wasRun(cache)) await keepCommand(name, source, cache);
}

/** Whether an earlier run, and not this one, left what it read of the code. */
function wasRun(cache) {
  const found = statSync(join(cache, 'code.json'), { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs < performance.timeOrigin;
}

if (major > 22 || (major === 22 && minor >= 18)) {
  process.argv.splice(1, 2, command);
  // Compiled modules are kept in the system's folder for temporary files: each command starts sooner, and by
  // the variable each of its threads and processes, too.
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
  nodeModule.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
  await run(new URL(`${name}.ts`, import.meta.url).href);
} else if (existsSync(newer)) {
  const child = spawn(newer, [command, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends it to both, and the other one says so.
  process.on('SIGINT', () => {});
  child.on('close', (status) => {
    process.exitCode = status ?? 1;
  });
} else {
  console.error(
    `Node ${process.version} is too old: the garden needs 22.18 or newer. Run “npm rebuild node” once (it ` +
      'installs Node 24 in node_modules), then the command again.',
  );
  process.exitCode = 2;
}
