import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { type PartPlace, placesOf } from '../../search/query/packed-parts.ts';
import { PartFiles } from './part-files.ts';

const texts = ['first', 'second', 'third'];
const packed = texts.map((text) => gzipSync(text));
const whole = Buffer.concat(packed);
const sizes = packed.map(({ length }) => length);
const places = placesOf({ files: ['3fa94c'], counts: [3], sizes });

afterEach(() => vi.unstubAllGlobals());

/** A host of the file. @returns what it was asked for, with the range. */
function host(answer: (range: string | null) => Response): readonly string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string, options?: RequestInit) => {
    const range = new Headers(options?.headers).get('range');
    asked.push([address.split('/search/')[1], range].filter(Boolean).join(' '));
    return answer(range);
  });
  return asked;
}

/** The bytes that a `Range` asks for. */
function partOf(range: string): Uint8Array<ArrayBuffer> {
  const [from = 0, to = 0] = range.replace('bytes=', '').split('-').map(Number);
  return new Uint8Array(whole.subarray(from, to + 1));
}

async function readAll(all: readonly PartPlace[] = places): Promise<readonly string[]> {
  const files = new PartFiles('https://garden.example/search/texts/');
  const read: string[] = [];
  for (const place of all) read.push(Buffer.from(await files.read(place)).toString());
  return read;
}

const [first = 0, second = 0] = sizes;

test('only the bytes of a part are asked for', async () => {
  const asked = host((range) => new Response(partOf(range ?? ''), { status: 206 }));
  expect(await readAll()).toEqual(texts);
  expect(asked).toEqual([
    `texts/3fa94c.bin bytes=0-${first - 1}`,
    `texts/3fa94c.bin bytes=${first}-${first + second - 1}`,
    `texts/3fa94c.bin bytes=${first + second}-${whole.length - 1}`,
  ]);
});

test('a part that has a file to itself is asked for as a file', async () => {
  const asked = host(() => new Response(new Uint8Array(packed[0] ?? [])));
  expect(await readAll(placesOf({ files: ['3fa94c'], counts: [1], sizes: [first] }))).toEqual([
    'first',
  ]);
  expect(asked).toEqual(['texts/3fa94c.bin']);
});

test('a host that sends the whole file is asked for it once', async () => {
  const asked = host(() => new Response(new Uint8Array(whole)));
  expect(await readAll()).toEqual(texts);
  expect(asked).toEqual([`texts/3fa94c.bin bytes=0-${first - 1}`]);
});

test('a host that refuses ranges, or counts other bytes, is asked for the whole file', async () => {
  const refuses = (range: string | null) =>
    range === null ? new Response(new Uint8Array(whole)) : new Response('', { status: 416 });
  const asked = host(refuses);
  expect(await readAll()).toEqual(texts);
  expect(asked.slice(1)).toEqual(['texts/3fa94c.bin']);
  host((range) =>
    range === null
      ? new Response(new Uint8Array(whole))
      : new Response(partOf('bytes=3-9'), { status: 206 }),
  );
  expect(await readAll()).toEqual(texts);
});

test('a file that a later deployment removed is an error, and is asked for again', async () => {
  const files = new PartFiles('https://garden.example/search/texts/');
  const [place] = places;
  host(() => new Response('', { status: 404 }));
  await expect(files.read(place as PartPlace)).rejects.toThrow('404');
  host(() => new Response(new Uint8Array(whole)));
  expect(Buffer.from(await files.read(place as PartPlace)).toString()).toBe('first');
});
