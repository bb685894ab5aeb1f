/**
 * A garden of a test's own, made as its owner makes one: a copy of this project, with notes and the
 * owner's settings among them, built by the project's own command.
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';

export interface OwnGarden {
  /** The copy of the project. */
  readonly folder: string;
  /** Where the built site is. */
  readonly site: string;
  /** Writes a file of the project anew, as an editor would. */
  edit(path: string, change: (text: string) => string): Promise<void>;
  /** Builds the site, over what an earlier build left. Throws with the command's output if it fails. */
  build(environment?: Readonly<Record<string, string>>): Promise<void>;
  remove(): Promise<void>;
}

const parts = [
  ...['src', 'scripts', 'public', 'astro.config.mjs', 'tsconfig.json'],
  ...['package.json', 'package-lock.json'],
];
const tests = /[/\\](?:e2e|fixtures)(?:[/\\]|$)|\.test\.ts$/;

/** Copies the project into a new folder below `parent`, with the vaults in `notes` as its notes. */
export async function ownGarden(notes: string, parent = tmpdir()): Promise<OwnGarden> {
  const folder = await mkdtemp(join(parent, 'garden-own-'));
  for (const part of parts) {
    const filter = (path: string) => !tests.test(path);
    await cp(part, join(folder, part), { recursive: true, filter });
  }
  await cp(notes, join(folder, 'notes'), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  return openGarden(folder);
}

/** A copy of a garden with what it has built and kept, for a test that changes it. */
export async function copyOfGarden(folder: string): Promise<OwnGarden> {
  const copy = await mkdtemp(join(tmpdir(), 'garden-own-'));
  // A build that another test runs in that project may be writing Astro's own files.
  const filter = (path: string) => path !== join(folder, '.astro');
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true, filter });
  return openGarden(copy);
}

/** The garden in a folder that is a copy of the project. */
export function openGarden(folder: string): OwnGarden {
  return {
    folder,
    site: join(folder, 'dist'),
    async edit(path, change) {
      const location = join(folder, path);
      await mkdir(join(location, '..'), { recursive: true });
      await writeFile(location, change(await readFile(location, 'utf8').catch(() => '')));
    },
    build: (environment = {}) => run(folder, environment),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

async function run(folder: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, ['scripts/build.ts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...ownerEnvironment(), ...environment },
  });
  let output = '';
  child.stderr.on('data', (part) => {
    output += String(part);
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(output);
}

/** The environment of a command, without what tests set: Astro reads the base and the mode there, too. */
export function ownerEnvironment(): NodeJS.ProcessEnv {
  const ofTests = /^(?:NODE_ENV|VITEST.*|TEST|BASE_URL|MODE|DEV|PROD|SSR|GARDEN_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTests.test(name)));
}

/** A change of `notes/garden.yaml`: these settings in place of those of their names. */
export function withSettings(
  settings: Readonly<Record<string, unknown>>,
): (text: string) => string {
  return (text) => stringify({ ...parse(text), ...settings });
}
