import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { SharedTexts } from './shared-texts.ts';

const packed = (url: string) => gzipSync(`pagefind_dcd${JSON.stringify({ url })}`);
const texts = ['/a/', '/b/', '/c/'].map(packed);
const table = gzipSync(`3fa94c ${texts.map(({ length }) => length).join(' ')}`);
const whole = Buffer.concat(texts);

afterEach(() => vi.unstubAllGlobals());

/** A host of the two files. @returns what it was asked for, with the range. */
function host(answer: (range: string | null) => Response): readonly string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string, options?: RequestInit) => {
    const range = new Headers(options?.headers).get('range');
    asked.push([address.split('/search/')[1], range].filter(Boolean).join(' '));
    return address.endsWith('texts.bin') ? new Response(table) : answer(range);
  });
  return asked;
}

/** The bytes that a `Range` asks for. */
function partOf(range: string): Uint8Array<ArrayBuffer> {
  const [from = 0, to = 0] = range.replace('bytes=', '').split('-').map(Number);
  return new Uint8Array(whole.subarray(from, to + 1));
}

async function readAll(): Promise<readonly string[]> {
  const shared = new SharedTexts('https://garden.example/');
  const places = [0, 1, 2].map((place) => ({ file: '3fa94c', place }));
  const read: string[] = [];
  for (const place of places) read.push((await shared.read(place)).url);
  return read;
}

const [first = 0, second = 0] = texts.map(({ length }) => length);

test('only the bytes of a text are asked for, once the table is there', async () => {
  const asked = host((range) => new Response(partOf(range ?? ''), { status: 206 }));
  expect(await readAll()).toEqual(['/a/', '/b/', '/c/']);
  expect(asked).toEqual([
    'texts.bin',
    `texts/3fa94c.bin bytes=0-${first - 1}`,
    `texts/3fa94c.bin bytes=${first}-${first + second - 1}`,
    `texts/3fa94c.bin bytes=${first + second}-${whole.length - 1}`,
  ]);
});

test('a host that sends the whole file is asked for it once', async () => {
  const asked = host(() => new Response(new Uint8Array(whole)));
  expect(await readAll()).toEqual(['/a/', '/b/', '/c/']);
  expect(asked).toEqual(['texts.bin', `texts/3fa94c.bin bytes=0-${first - 1}`]);
});

test('a host that refuses ranges, or counts other bytes, is asked for the whole file', async () => {
  const refuses = (range: string | null) =>
    range === null ? new Response(new Uint8Array(whole)) : new Response('', { status: 416 });
  const asked = host(refuses);
  expect(await readAll()).toEqual(['/a/', '/b/', '/c/']);
  expect(asked.slice(2)).toEqual(['texts/3fa94c.bin']);
  host((range) =>
    range === null
      ? new Response(new Uint8Array(whole))
      : new Response(partOf('bytes=3-9'), { status: 206 }),
  );
  expect(await readAll()).toEqual(['/a/', '/b/', '/c/']);
});

test('a text that a later deployment removed is an error', async () => {
  host(() => new Response('', { status: 404 }));
  await expect(readAll()).rejects.toThrow('404');
  const shared = new SharedTexts('https://garden.example/');
  await expect(shared.read({ file: '3fa94c', place: 9 })).rejects.toThrow('has no text 9');
});
