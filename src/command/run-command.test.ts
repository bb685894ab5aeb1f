import { afterEach, expect, test, vi } from 'vitest';
import { UsageError } from '../system/usage-error.ts';
import { checkNodeVersion, runCommand, sentenceOf } from './run-command.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test.for([
  ['v20.20.2', false],
  ['v22.17.1', false],
  ['v22.18.0', true],
  ['v24.21.0', true],
] as const)('Node %s is new enough: %s', ([version, enough]) => {
  const check = () => checkNodeVersion(version);
  if (enough) expect(check).not.toThrow();
  else expect(check).toThrow(UsageError);
});

function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: of the system`), { code, ...(path && { path }) });
}

test.for([
  ['EACCES', 'No permission to read or write “/out/pages” (EACCES).'],
  ['ENOSPC', 'The disk is full: “/out/pages” cannot be written (ENOSPC).'],
  ['EDQUOT', 'The disk quota is exceeded: “/out/pages” cannot be written (EDQUOT).'],
  ['EROFS', '“/out/pages” is on a read-only file system (EROFS).'],
  ['EISDIR', '“/out/pages” is a folder where a file is expected (EISDIR).'],
  ['ENOTDIR', '“/out/pages” is a file where a folder is expected (ENOTDIR).'],
] as const)('%s is explained with its path', ([code, sentence]) => {
  expect(sentenceOf(systemError(code, '/out/pages'))).toBe(sentence);
});

test('an error of the system without a path, or below another error, is explained', () => {
  expect(sentenceOf(systemError('ENOSPC'))).toBe(
    'The disk is full: “a file” cannot be written (ENOSPC).',
  );
  expect(sentenceOf(new Error('Vite failed', { cause: systemError('EROFS', '/out') }))).toBe(
    '“/out” is on a read-only file system (EROFS).',
  );
});

test('a file that was not whole yet is named as it will be', () => {
  expect(sentenceOf(systemError('ENOSPC', '/out/a.json.42.part'))).toBe(
    'The disk is full: “/out/a.json” cannot be written (ENOSPC).',
  );
});

test('an error of the program keeps its own message', () => {
  expect(sentenceOf(systemError('ERR_ASSERTION', 'x'))).toBeNull();
  expect(sentenceOf(systemError('constructor', 'x'))).toBeNull();
  expect(sentenceOf(new TypeError('x is undefined'))).toBeNull();
  expect(sentenceOf('text')).toBeNull();
});

test('the number of a command is its exit code', async () => {
  await runCommand(async () => 1);
  expect(process.exitCode).toBe(1);
});

test('what the user can correct is one sentence and exit code 2', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  await runCommand(async () => {
    throw new UsageError('Say which.');
  });
  expect(printed.mock.calls).toEqual([['Say which.']]);
  expect(process.exitCode).toBe(2);
});

test('an error of the program keeps its stack trace', async () => {
  const fault = new TypeError('x is undefined');
  const failing = async () => {
    throw fault;
  };
  await expect(runCommand(failing)).rejects.toBe(fault);
});
