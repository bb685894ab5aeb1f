import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PartTable, placesOf } from '../query/packed-parts.ts';
import type { IndexFile } from './index-files.ts';
import { type FilePart, filesOfParts, partsPerFile } from './part-files.ts';

const contentOf = ({ id }: FilePart) => Buffer.from(`of ${id}`);

function partsOf(count: number): readonly FilePart[] {
  return Array.from({ length: count }, (_, at) => {
    return { id: `part-${at}`, digest: `digest ${at}`, size: `of part-${at}`.length };
  });
}

/** The files with their contents, and the table of the parts. */
function filesOf(
  parts: readonly FilePart[],
  perFile = partsPerFile(parts.length, 10_000),
): { readonly files: readonly IndexFile[]; readonly table: PartTable } {
  const files: IndexFile[] = [];
  const made = filesOfParts('folder', parts, perFile, contentOf);
  let step = made.next();
  for (; !step.done; step = made.next()) files.push(step.value);
  return { files, table: step.value };
}

test('each part is at the bytes that the table tells', async () => {
  const sizes = { parts: fc.nat({ max: 60 }), perFile: fc.integer({ min: 1, max: 9 }) };
  await fc.assert(
    fc.asyncProperty(fc.record(sizes), async ({ parts: count, perFile }) => {
      const parts = partsOf(count);
      const { files, table } = filesOf(parts, perFile);
      const contents = new Map<string, Uint8Array>();
      for (const { path, content } of files) contents.set(path, await content());
      const found = placesOf(table).map(({ file, bytes, isAlone }) => {
        const content = contents.get(`folder/${file}.bin`);
        expect(isAlone).toBe(content?.length === bytes[1] - bytes[0]);
        return Buffer.from(content?.subarray(...bytes) ?? []).toString();
      });
      expect(found).toEqual(parts.map((part) => contentOf(part).toString()));
    }),
    { numRuns: 40 },
  );
});

test('files have about so many parts, and one more part changes one of them', () => {
  const few = filesOf(partsOf(1000), 10).files;
  expect(few.length).toBeGreaterThan(1000 / 13);
  expect(few.length).toBeLessThan(1000 / 7);
  const keys = new Set(few.map(({ key }) => key));
  const parts = [...partsOf(1000)];
  parts.splice(500, 0, { id: 'more', digest: 'more', size: 1 });
  const more = filesOf(parts, 10).files;
  expect(more.filter(({ key }) => !keys.has(key)).length).toBeLessThanOrEqual(2);
});

test('with one part in each, every part has a file', () => {
  expect(filesOf(partsOf(100), 1).table.counts).toEqual(Array.from({ length: 100 }, () => 1));
});

test('in a large garden some parts have a file each, and many are in some dozen files', () => {
  expect(filesOf(partsOf(48)).files).toHaveLength(48);
  for (const count of [100, 1000, 10_000, 100_000]) {
    const { length } = filesOf(partsOf(count)).files;
    expect(length).toBeGreaterThan(18);
    expect(length).toBeLessThan(58);
  }
});

test('in a garden of up to 2,000 pages nearly every part has a file, for hosts that send no parts', () => {
  expect([1, 512, 513, 2000].map((count) => partsPerFile(count, 2000))).toEqual([1, 1, 2, 4]);
  expect(partsPerFile(2001, 2001)).toBe(64);
});
