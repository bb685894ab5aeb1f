/**
 * Runs a command of the project: `node scripts/run.mjs build --quiet`. The commands are TypeScript, which a
 * Node that is too old cannot even load: it hands over to the Node of the package `node`, or says what to do.
 * Only what every Node has may be used here.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const [name = '', ...args] = process.argv.slice(2);
const command = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
const newer = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  process.argv.splice(1, 2, command);
  // Compiled modules are kept in the system's folder for temporary files: each command starts sooner.
  nodeModule.enableCompileCache?.();
  await import(new URL(`${name}.ts`, import.meta.url).href);
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
