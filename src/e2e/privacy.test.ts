/**
 * Nothing of a private note is in the built site or in what the import writes, whatever a public note
 * does to refer to it, and whatever an earlier build left behind.
 *
 * Not covered: the name of a private note that an author typed as plain text in a public one, outside
 * of any reference. It is a word like others there, and stays.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeText, digestOf, listFiles, readBytes } from '../system/disk.ts';
import { type OwnGarden, ownerEnvironment } from './own-garden.ts';
import { findWords } from './private-words.ts';
import { walkedGarden } from './walked-garden.ts';

/** Whether the machine lets a command run in a namespace without network interfaces. */
const canIsolate = spawnSync('unshare', ['-rn', 'true']).status === 0;
if (!canIsolate) {
  console.warn('SKIPPED: this machine cannot run a command without a network (unshare -rn).');
}

const fixture = 'src/e2e/fixtures/private-garden';

/** Names, aliases, addresses, tags, words, ids and files of the private notes, in lower case. */
const privateWords = [
  ...['zebrafish', 'stripefin', '斑马鱼', 'narwhal', 'wombatina', 'marmosetword', 'axolotlghost'],
  ...['quokkatag', 'pangolinpets', 'okapinode', 'lemurheading', 'manateetext', 'spawn'],
  ...['tapirpicture', 'tapirbytes', 'dugongday', '2021-02-03', 'feb 3rd'],
  ...['7f000000-0000-4000-8000-000000000001', '7f000000-0000-4000-8000-000000000003'],
  ...['giraffeplan', 'longneck', '长颈鹿', 'gazelle-address', 'ibextag', 'kuduword', 'gnughost'],
  ...['oryxheading', 'bongoparagraph', 'elandpicture', 'elandbytes', 'addaxnode'],
  ...['hartebeestfood', 'nyalatitle', 'sitatungaword'],
];

/** Comments in public notes: no page shows them. */
const hiddenWords = ['springbokcomment', 'dikdikcomment'];

/** Words of public notes that stay, also where they stand beside references to private ones. */
const publicWords = ['our striped plan', 'our tall plan', 'that part', 'moonrise', 'impalacard'];

/** Pages that have a picture for other sites while all notes are public, and their pictures. */
let drawn: readonly string[] = [];
let folder = '';
/** A copy of the project, in which nothing is built any more: two builds in one project disturb each other. */
let project: OwnGarden;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-privacy-'));
  project = await walkedGarden();
});

afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

test('the search for words finds all of them while their notes are public', async () => {
  await putNotes(makePublic);
  await build('kept');
  for (const part of ['garden', 'site']) {
    const found = await findWords(join(folder, 'kept', part), [...privateWords, ...publicWords]);
    const words = new Set(found.map(({ word }) => word));
    expect([...privateWords, ...publicWords].filter((word) => !words.has(word))).toEqual([]);
  }
  const found = await findWords(join(folder, 'kept/site'), ['giraffeplan']);
  const kinds = new Set(found.map(({ path }) => path.replace(/^.*[./]/, '')));
  expect([...kinds]).toEqual(expect.arrayContaining(['html', 'md', 'json', 'txt', 'svg', 'bin']));
  drawn = await pictures('site/social');
  expect(drawn.length).toBe((await namedPictures()).length);
});

test('once their notes are private, the same folders hold none of them', async () => {
  await putNotes((source) => source);
  await build('kept');
  await expectNoTrace('kept');
  const named = await namedPictures();
  expect(named.length).toBeLessThan(drawn.length);
  for (const place of ['site/social', 'garden/files/social']) {
    expect(await pictures(place), place).toEqual(named);
  }
  // The cache calls a picture by what it is drawn of.
  expect(await pictures('cache/social')).toHaveLength(named.length);
});

test('a build into empty folders holds none of them either, and is the same', async () => {
  await build('fresh', '--strict');
  await expectNoTrace('fresh');
  expect(await digests('kept')).toEqual(await digests('fresh'));
});

test.runIf(canIsolate)('a build without a network is complete', async () => {
  const countInterfaces = 'console.log(Object.keys(require("node:os").networkInterfaces()).length)';
  const told = spawnSync('unshare', ['-rn', process.execPath, '-e', countInterfaces]);
  expect(told.stdout.toString().trim()).toBe('0');
  // The builds into empty folders were isolated.
  expect(existsSync(join(folder, 'fresh/site/search/table.bin'))).toBe(true);
});

/** Pictures of notes in a folder of the build: the garden has one too, and it never goes. */
async function pictures(place: string): Promise<string[]> {
  const site = join(folder, 'kept', 'site/social/garden.png');
  const ofSite = digestOf(await readBytes(site));
  const files = await listFiles(join(folder, 'kept', place));
  const others = files.filter(({ path }) => path.endsWith('.png') && path !== 'garden.png');
  const read = others.map(async ({ path, location }) => {
    return digestOf(await readBytes(location)) === ofSite ? [] : [path];
  });
  return (await Promise.all(read)).flat();
}

/** Names of the pictures that pages show. */
async function namedPictures(): Promise<string[]> {
  const index = decodeText(await readBytes(join(folder, 'kept/garden/index.json'))).text;
  const entries = JSON.parse(index) as readonly { readonly picture?: string }[];
  return entries.flatMap(({ picture }) => picture ?? []).sort();
}

async function expectNoTrace(name: string): Promise<void> {
  for (const part of ['garden', 'site']) {
    const place = join(folder, name, part);
    expect(await findWords(place, [...privateWords, ...hiddenWords])).toEqual([]);
    const stayed = new Set((await findWords(place, publicWords)).map(({ word }) => word));
    expect([...stayed].sort()).toEqual(publicWords.toSorted());
  }
}

/** Digest of each file of the site but Pagefind's, which writes its filters in any order. */
async function digests(name: string): Promise<Record<string, string>> {
  const files = await listFiles(join(folder, name, 'site'));
  const ours = files.filter(({ path }) => !path.startsWith('pagefind/'));
  const entries = ours.map(async ({ path, location }) => {
    return [path, digestOf(await readBytes(location))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function putNotes(change: (source: string) => string): Promise<void> {
  for (const { path, location } of await listFiles(fixture)) {
    const copy = join(folder, 'notes', path);
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, change(decodeText(await readBytes(location)).text));
  }
}

/** A note without the line that makes it private. */
function makePublic(source: string): string {
  return source.replace(/^(?:public:: false|private: true|publish: false)\n/gm, '');
}

/** Builds the notes into a folder of that name, as `npm run build` does; a first build has no network. */
async function build(name: string, ...options: readonly string[]): Promise<void> {
  const place = join(folder, name);
  const isolated = canIsolate && !existsSync(place) ? ['unshare', '-rn'] : [];
  const build = ['scripts/build.ts', '--outDir', join(place, 'site'), ...options];
  const [program = '', ...args] = [...isolated, process.execPath, ...build];
  const child = spawn(program, args, {
    cwd: project.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...ownerEnvironment(),
      GARDEN_NOTES: join(folder, 'notes'),
      GARDEN_DIR: join(place, 'garden'),
      GARDEN_CACHE: join(place, 'cache'),
    },
  });
  let told = '';
  child.stderr.on('data', (part) => {
    told += String(part);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code, told).toBe(0);
}
