import { expect, test } from 'vitest';
import { policyOf } from '../settings/policy.ts';
import { site } from '../settings/site.ts';
import { UsageError } from '../system/usage-error.ts';
import { checkNodeVersion, readImportOptions, sentenceOf } from './options.ts';

test('an import without arguments reads notes/ into .garden/', () => {
  expect(readImportOptions([], {})).toEqual({
    notes: 'notes',
    out: '.garden',
    strict: false,
    report: 'text',
    watch: false,
  });
});

test('arguments win over the environment', () => {
  const options = readImportOptions(['--notes', 'a', '--strict', '--report', 'json'], {
    GARDEN_NOTES: 'b',
    GARDEN_DIR: 'c',
  });
  expect(options).toEqual({ notes: 'a', out: 'c', strict: true, report: 'json', watch: false });
});

test.for([['--report', 'xml'], ['--nonsense'], ['stray']])(
  '%j is refused in a sentence',
  (args) => {
    expect(() => readImportOptions(args, {})).toThrow(UsageError);
  },
);

test('publishing is never decided by a typing error', () => {
  expect(() => policyOf(site, { GARDEN_PUBLISH: 'yes' })).toThrow(UsageError);
  expect(policyOf(site, { GARDEN_PUBLISH: 'all' }).publish).toBe('all');
});

test.for([
  ['', '/'],
  ['/', '/'],
  ['garden', '/garden/'],
  ['/a/b/', '/a/b/'],
] as const)('the base “%s” becomes %s', ([written, base]) => {
  expect(policyOf({ ...site, base: written }, {}).base).toBe(base);
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

test('a folder that cannot be written is one sentence, a fault of the program is none', () => {
  const denied = Object.assign(new Error('EACCES: denied'), { code: 'EACCES', path: '/out/pages' });
  expect(sentenceOf(denied)).toBe(
    'The file or folder “/out/pages” cannot be read or written (EACCES).',
  );
  expect(sentenceOf(new UsageError('Say which.'))).toBe('Say which.');
  expect(sentenceOf(Object.assign(new Error(), { code: 'ERR_ASSERTION', path: 'x' }))).toBeNull();
  expect(sentenceOf(new TypeError('x is undefined'))).toBeNull();
});
