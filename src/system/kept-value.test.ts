import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKept, readSealed, writeKept } from './kept-value.ts';

let folder = '';
let location = '';
const value = { pages: new Map([['a', [1, 2]]]), words: Uint32Array.of(7) };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-value-'));
  location = join(folder, 'sub', 'kept.bin');
});
afterEach(() => rm(folder, { recursive: true }));

test('a value is read as it was kept, under the seal that writing told', async () => {
  const seal = await writeKept(location, value);
  expect(await readSealed(location)).toEqual({ seal, value });
  expect(await readKept(location)).toEqual(value);
});

test('equal values have one seal, others another', async () => {
  const seal = await writeKept(location, value);
  expect(await writeKept(location, { ...value })).toBe(seal);
  expect(await writeKept(location, { ...value, words: Uint32Array.of(8) })).not.toBe(seal);
});

test('nothing is read where nothing was kept', async () => {
  expect(await readKept(location)).toBeNull();
});

test('each byte that changes and each end that is cut off is noticed', async () => {
  await writeKept(location, value);
  const whole = await readFile(location);
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    await writeFile(location, damaged);
    expect(await readKept(location)).toBeNull();
    await writeFile(location, whole.subarray(0, at));
    expect(await readKept(location)).toBeNull();
  }
});
