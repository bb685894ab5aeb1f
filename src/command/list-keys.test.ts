import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileKey, listingsKey, RecordDigests, readFileKey, readListings } from './list-keys.ts';

const word = fc.stringMatching(/^[\w./[\]-]{1,12}$/u);
const reads = fc.record({ digest: word, names: fc.array(word) });

test('a key of a file says what it was made of', () => {
  const key = fc.record({ component: word, props: word, reads });
  fc.assert(
    fc.property(key, (made) => {
      expect(readFileKey(fileKey(made))).toEqual(made);
    }),
  );
  expect(readFileKey('text 0a1b')).toBe(null);
});

test('the key of all files says what each module read, of this version alone', () => {
  fc.assert(
    fc.property(fc.dictionary(word, reads), word, (all, version) => {
      const listings = new Map(Object.entries(all));
      const key = listingsKey(version, listings);
      expect(readListings(key, version)).toEqual(listings);
      expect(readListings(key, `${version}x`)).toEqual(new Map());
    }),
  );
});

test('records are the same as long as each holds the same, or is still missing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'garden-keys-'));
  const open = (known: readonly [string, string][] = []) =>
    new RecordDigests(folder, new Map(known));
  await writeFile(join(folder, 'a'), 'text');
  const before = await open([['c', 'known']]).readsOf(['a', 'b', 'c']);
  expect(await open([['c', 'known']]).areSame(before)).toBe(true);
  expect(await open([['c', 'other']]).areSame(before)).toBe(false);
  await writeFile(join(folder, 'b'), '');
  expect(await open([['c', 'known']]).areSame(before)).toBe(false);
  await rm(folder, { recursive: true });
});
