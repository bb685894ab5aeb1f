import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gardenOf, noteOf } from '../garden/render/fixtures/hand-made.ts';
import { digestOf } from '../system/disk.ts';
import { drawThumbnails, type Thumbnails } from './draw-thumbnails.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thumbnails-'));
  await mkdir(join(folder, 'vault'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stage = { reached: () => {}, end: () => {} };

async function drawn(files: Readonly<Record<string, Uint8Array>>): Promise<Thumbnails> {
  const locations = new Map<string, string>();
  const assets = new Map();
  for (const [path, bytes] of Object.entries(files)) {
    locations.set(path, join(folder, 'vault', path));
    await writeFile(join(folder, 'vault', path), bytes);
    const asset = { path, digest: digestOf(bytes) };
    assets.set(path, { asset, permalink: `/assets/${path}` });
  }
  const garden = gardenOf([{ note: noteOf({ path: 'a.md', title: 'A' }) }], { assets });
  return drawThumbnails(garden, { locations, kept: join(folder, 'kept'), stage });
}

/** Something like a photo: fine noise, which no format packs well. */
function photo(width: number, height: number): Sharp {
  const create = { width, height, channels: 3 as const, background: 'white' };
  return sharp({ create: { ...create, noise: { type: 'gaussian', mean: 128, sigma: 40 } } });
}

function widthsOf({ garden }: Thumbnails, path: string): readonly number[] {
  return (garden.assets.get(path)?.asset.thumbnails ?? []).map(({ width }) => width);
}

test('a large picture has three smaller copies, a middling one fewer, a small one none', async () => {
  const made = await drawn({
    'large.jpg': await photo(2000, 1000).jpeg({ quality: 98 }).toBuffer(),
    'middling.jpg': await photo(700, 500).jpeg({ quality: 98 }).toBuffer(),
    'small.jpg': await photo(320, 200).jpeg({ quality: 98 }).toBuffer(),
    'drawing.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  expect(
    ['large.jpg', 'middling.jpg', 'small.jpg', 'drawing.svg'].map((path) => widthsOf(made, path)),
  ).toEqual([[320, 640, 1280], [320, 700], [], []]);
  expect(made.diagnostics).toEqual([]);
});

test('a picture that a copy of its size would not make smaller is its own largest copy', async () => {
  const made = await drawn({
    'a.webp': await photo(800, 600).webp({ quality: 60 }).toBuffer(),
  });
  expect(made.garden.assets.get('a.webp')?.asset.thumbnails).toEqual([
    { width: 320, permalink: expect.stringMatching(/^\/thumbnails\/[0-9a-f]{20}-320\.webp$/) },
    { width: 640, permalink: expect.stringMatching(/^\/thumbnails\/[0-9a-f]{20}-640\.webp$/) },
    { width: 800, permalink: '/assets/a.webp' },
  ]);
});

test('copies stand upright and have lost what the camera wrote', async () => {
  const turned = photo(1000, 600).withExif({ IFD0: { Make: 'SecretCamera' } });
  const file = await turned.withMetadata({ orientation: 6 }).jpeg({ quality: 98 }).toBuffer();
  const made = await drawn({ 'a.jpg': file });
  expect(widthsOf(made, 'a.jpg')).toEqual([320, 600]);
  const copies = await Promise.all(made.files.map(({ location }) => readFile(location)));
  const [first] = await Promise.all(copies.map((copy) => sharp(copy).metadata()));
  expect([first?.width, first?.height, first?.orientation]).toEqual([320, 533, undefined]);
  expect(copies.some((copy) => copy.includes('SecretCamera'))).toBe(false);
});

test('pictures that move have no copies', async () => {
  const frames = [photo(400, 300), photo(400, 300)].map((frame) => frame.png().toBuffer());
  const moving = sharp(await Promise.all(frames), { join: { animated: true } });
  const still = await photo(400, 300).png().toBuffer();
  const marked = Buffer.concat([
    still.subarray(0, 33),
    chunk('acTL', Buffer.alloc(8)),
    still.subarray(33),
  ]);
  const made = await drawn({ 'a.gif': await moving.gif().toBuffer(), 'b.png': marked });
  expect([widthsOf(made, 'a.gif'), widthsOf(made, 'b.png')]).toEqual([[], []]);
});

/** A chunk of a PNG; its check sum is left out, since nothing reads it. */
function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
}

test('what cannot be decoded costs a diagnostic, and no other picture', async () => {
  const whole = await photo(800, 600).jpeg({ quality: 98 }).toBuffer();
  const files = {
    'cut.jpg': whole.subarray(0, 9000),
    'page.png': Buffer.from('<html>'),
    'a.jpg': whole,
  };
  const expected = [
    ['unreadable-picture', 'cut.jpg'],
    ['unreadable-picture', 'page.png'],
  ];
  for (const made of [await drawn(files), await drawn(files)]) {
    expect(made.diagnostics.map(({ code, path }) => [code, path])).toEqual(expected);
    expect(widthsOf(made, 'a.jpg')).toEqual([320, 640, 800]);
  }
});

test('copies are made once, again where one is gone, and removed with their picture', async () => {
  const files = {
    'a.jpg': await photo(800, 600).jpeg({ quality: 98 }).toBuffer(),
    'b.jpg': await photo(640, 600).jpeg({ quality: 98 }).toBuffer(),
  };
  const first = await drawn(files);
  const bytes = await bytesOf(first);
  const times = await Promise.all(first.files.map(({ location }) => stat(location)));
  const again = await drawn(files);
  expect([first.made, again.made, again.files]).toEqual([2, 0, first.files]);
  const unchanged = await Promise.all(again.files.map(({ location }) => stat(location)));
  expect(unchanged.map(({ mtimeMs }) => mtimeMs)).toEqual(times.map(({ mtimeMs }) => mtimeMs));
  await rm(first.files[0]?.location ?? '');
  expect((await drawn(files)).made).toBe(1);
  await rm(join(folder, 'kept'), { recursive: true });
  expect(await bytesOf(await drawn(files))).toEqual(bytes);
  const { 'b.jpg': last } = files;
  await drawn({ 'b.jpg': last });
  expect(
    (await readdir(join(folder, 'kept'))).filter((name) => name.endsWith('.webp')).length,
  ).toBe(2);
});

function bytesOf({ files }: Thumbnails): Promise<readonly Buffer[]> {
  return Promise.all(files.map(({ location }) => readFile(location)));
}
