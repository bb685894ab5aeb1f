import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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
