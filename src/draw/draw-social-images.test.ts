import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { imageSize } from 'image-size';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageEntry } from '../garden/record-files.ts';
import { GardenImport } from '../import/import-garden.ts';
import { socialImagesOf } from '../settings/policy.ts';
import { site } from '../settings/site.ts';
import { digestOf, listFiles, readBytes } from '../system/disk.ts';
import type { Progress } from '../system/progress.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-pictures-'));
  await put('.obsidian/app.json', '{}');
  await put('Kafka.md', 'A log. See [[日志]], [[Raft]] and [[Secret]].');
  await put('日志.md', '#存储 一种只追加的结构。 [[Kafka]]');
  await put('Raft.md', 'Consensus for [[Kafka]] and [[日志]].');
  await put('Secret.md', '---\nprivate: true\n---\nNobody reads this. [[Kafka]]');
  await put('Own.md', '---\nimage: own.png\n---\nHas a picture.');
  await put('own.png', 'not really a picture');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, 'notes', path)), { recursive: true });
  await writeFile(join(folder, 'notes', path), content);
}

interface Imported {
  /** What the stage of the pictures said. */
  readonly said: string;
  /** Digests of the pictures by name. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Name of the picture by id. */
  readonly named: Readonly<Record<string, string | undefined>>;
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  readonly bytes: readonly number[];
}

async function imported(place = 'a', title = 'Garden', socialImages = true): Promise<Imported> {
  const out = join(folder, place);
  const words = { title, description: 'What grows.', lang: 'en' } as const;
  const policy = { publish: 'all', base: '/', lang: 'en', collapsed: 2, embedDepth: 5 } as const;
  const garden = new GardenImport(
    { notes: join(folder, 'notes'), out, cache: join(folder, `${place}-cache`) },
    {
      policy: { ...policy, url: 'https://a.example' },
      socialImages: socialImagesOf({ ...site, ...words, socialImages }, ''),
    },
  );
  let said = '';
  const progress: Progress = {
    stage: (name) => ({
      reached: () => {},
      end(result) {
        if (name === 'picture') said = result;
      },
    }),
  };
  await garden.run(progress);
  const files = await listFiles(join(out, 'files', 'social')).catch(() => []);
  const contents = await Promise.all(files.map(({ location }) => readBytes(location)));
  const entries = JSON.parse(await readFile(join(out, 'index.json'), 'utf8')) as PageEntry[];
  return {
    said,
    pictures: Object.fromEntries(
      files.map(({ path }, index) => [path, digestOf(contents[index] ?? '')]),
    ),
    named: Object.fromEntries(entries.map(({ id, picture }) => [id, picture])),
    sizes: contents.map((bytes) => {
      const { width, height } = imageSize(bytes);
      return { width, height };
    }),
    bytes: contents.map(({ length }) => length),
  };
}

test('each public note without a picture of its own gets one, and the garden too', async () => {
  const { said, pictures, named, sizes, bytes } = await imported();
  expect(said).toBe('4 social images, 4 new');
  expect(Object.keys(named).sort()).toEqual(['kafka', 'own', 'raft', 'tags/存储', '日志'].sort());
  expect(named['own']).toBeUndefined();
  const notes = [named['kafka'], named['raft'], named['日志']];
  expect(Object.keys(pictures).sort()).toEqual([...notes, 'garden.png'].sort());
  expect(new Set(Object.values(pictures)).size).toBe(4);
  expect(sizes).toEqual(sizes.map(() => ({ width: 1200, height: 630 })));
  expect(Math.max(...bytes)).toBeLessThan(25_000);
}, 60_000);

test('nothing is drawn again while nothing changes', async () => {
  const before = await imported();
  const after = await imported();
  expect(after).toEqual({ ...before, said: '4 social images, 0 new' });
}, 60_000);

test('the same notes give the same bytes in another folder', async () => {
  const { pictures } = await imported('b');
  expect(pictures).toEqual((await imported('a')).pictures);
}, 60_000);

test('a picture whose words change is drawn again under another name', async () => {
  const before = await imported();
  await put('Raft.md', 'Consensus by a leader for [[Kafka]] and [[日志]].');
  const after = await imported();
  expect(after.said).toBe('4 social images, 1 new');
  expect(after.named).toEqual({ ...before.named, raft: after.named['raft'] });
  expect(after.named['raft']).not.toBe(before.named['raft']);
  expect(Object.keys(after.pictures)).not.toContain(before.named['raft']);
}, 60_000);

test('a note that becomes private leaves no picture, not even among those that are kept', async () => {
  const before = await imported();
  await put('Raft.md', '---\nprivate: true\n---\nConsensus.');
  const after = await imported();
  expect(Object.keys(after.pictures)).toHaveLength(3);
  const kept = (await listFiles(join(folder, 'a-cache/social'))).map(({ path }) => path);
  expect(kept).not.toContain(before.named['raft']);
  expect(kept).toHaveLength(4);
  const words = await readFile(join(folder, 'a-cache/social/words.json'), 'utf8');
  expect(words).toContain('Kafka');
  expect(words).not.toMatch(/Raft|Consensus|Secret/);
}, 60_000);

test('an empty journal has a picture, too', async () => {
  await put('2026-03-01.md', '');
  const { named } = await imported();
  expect(named['journals/2026-03-01']).toMatch(/^[0-9a-f]{20}\.png$/);
  await rm(join(folder, 'notes', '2026-03-01.md'));
}, 60_000);

test('another title of the garden is drawn into all pictures', async () => {
  expect((await imported('a', 'Another garden')).said).toBe('3 social images, 3 new');
}, 60_000);

test('an owner who wants no pictures has none, and those of the last run are gone', async () => {
  const { pictures, named } = await imported('a', 'Garden', false);
  expect(pictures).toEqual({});
  expect(Object.values(named).every((name) => name === undefined)).toBe(true);
}, 60_000);
