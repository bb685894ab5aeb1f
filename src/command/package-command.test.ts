import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { UsageError } from '../system/usage-error.ts';
import { packageCommand } from './package-command.ts';

const printed: string[] = [];
vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)));
afterEach(() => {
  printed.length = 0;
});

test.for([[], ['--help'], ['help']])('%j lists the commands', async (args) => {
  expect(await packageCommand(args, {})).toBe(0);
  for (const name of ['init', 'build', 'start', 'dev', 'import', 'new', 'check', 'doctor']) {
    expect(printed[0]).toMatch(new RegExp(`^ {2}${name} `, 'mu'));
  }
});

test.for(['biuld', 'constructor', ''])('“%s” is no command', async (name) => {
  await expect(packageCommand([name], {})).rejects.toThrow(UsageError);
});

test('commands write into the owner’s folder, and a command that only looks writes nothing', async () => {
  const notes = mkdtempSync(join(tmpdir(), 'garden-package-command-'));
  try {
    writeFileSync(join(notes, 'A.md'), 'a');
    const environment: NodeJS.ProcessEnv = { GARDEN_NOTES: notes };
    expect(await packageCommand(['doctor'], environment)).toBe(0);
    expect(readdirSync(notes)).toEqual(['A.md']);
    expect(environment).toMatchObject({
      GARDEN_DIR: join(notes, '.garden/records'),
      GARDEN_CACHE: join(notes, '.garden/cache'),
      GARDEN_SITE: join(notes, '.garden/site'),
    });
  } finally {
    rmSync(notes, { recursive: true });
  }
});

test('a command lists its options', async () => {
  expect(await packageCommand(['build', '--help'], {})).toBe(0);
  expect(printed[0]).toContain('knowledge-garden build --outDir DIR --strict --quiet --force');
});

test('a folder inside of a garden is no garden of its own', async () => {
  const garden = realpathSync(mkdtempSync(join(tmpdir(), 'garden-package-command-')));
  const start = process.cwd();
  try {
    writeFileSync(join(garden, 'garden.yaml'), '');
    mkdirSync(join(garden, 'deep/er'), { recursive: true });
    process.chdir(join(garden, 'deep/er'));
    await expect(packageCommand(['doctor'], {})).rejects.toThrow(
      `garden.yaml is in “${garden}”: run the command there, or name the notes by GARDEN_NOTES.`,
    );
    expect(await packageCommand(['doctor'], { GARDEN_NOTES: '.' })).toBe(0);
    expect(readdirSync(join(garden, 'deep/er'))).toEqual([]);
  } finally {
    process.chdir(start);
    rmSync(garden, { recursive: true });
  }
});
