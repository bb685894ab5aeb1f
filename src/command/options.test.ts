import { expect, test } from 'vitest';
import { policyOf } from '../settings/policy.ts';
import { site } from '../settings/site.ts';
import { UsageError } from '../system/usage-error.ts';
import { portOf, readArguments, readImportOptions } from './options.ts';

test('an import without arguments reads notes/ into .garden/', () => {
  expect(readImportOptions([], {})).toEqual({
    notes: 'notes',
    out: '.garden',
    strict: false,
    report: 'text',
    watch: false,
    force: false,
    quiet: false,
  });
});

test('arguments win over the environment', () => {
  const options = readImportOptions(['--notes', 'a', '--strict', '--report', 'json'], {
    GARDEN_NOTES: 'b',
    GARDEN_DIR: 'c',
  });
  expect(options).toEqual({
    notes: 'a',
    out: 'c',
    strict: true,
    report: 'json',
    watch: false,
    force: false,
    quiet: false,
  });
});

test.for([['--report', 'xml'], ['--nonsense'], ['stray']])(
  '%j is refused in a sentence',
  (args) => {
    expect(() => readImportOptions(args, {})).toThrow(UsageError);
  },
);

test('arguments without a name are refused unless they are allowed', () => {
  expect(() => readArguments(['stray'], {})).toThrow(UsageError);
  expect(readArguments(['a', 'b'], {}, { allowPositionals: true }).positionals).toEqual(['a', 'b']);
});

test.for([
  [{}, 4321],
  [{ PORT: '0' }, 0],
  [{ PORT: '65535' }, 65_535],
] as const)('the environment %j serves on port %i', ([environment, port]) => {
  expect(portOf(environment)).toBe(port);
});

test.for(['', '65536', '-1', '80a', '4321.5'])('the port “%s” is refused', (port) => {
  expect(() => portOf({ PORT: port })).toThrow(UsageError);
});

test('a typing error never decides about publishing', () => {
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
