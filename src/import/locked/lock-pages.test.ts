/** What an import leaves of notes with a password: only what their password opens. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentOf, decrypted, deriveKey } from '../../browser/locked/lock.ts';
import type { Policy } from '../../garden/garden.ts';
import type { LockedPage } from '../../garden/locked.ts';
import { type PageEntry, pageRecordFile, recordFiles } from '../../garden/record-files.ts';
import { noProgress } from '../../system/progress.ts';
import { GardenImport } from '../import-garden.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-locked-'));
  await put(sources);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const policy: Policy = {
  ...{ publish: 'vault', url: 'https://garden.example', base: '/', lang: 'en' },
  ...{ collapsed: 2, embedDepth: 5 },
};

const password = 'correct horse';

/** A note with a word of its own in every place where a note can have one: all of them begin with “quokka”. */
const secret = `---
password: family
aliases: [quokkaalias]
tags: [quokkatag]
description: quokkadescription
about: quokkaproperty
image: quokkapicture.svg
translations: "[[Open]]"
---
# quokkaheading
quokkabody [[Open]] [[quokkaghost]] #quokkainline ![[quokkapicture.svg]] ^quokkablock

\`\`\`js
quokkacode
\`\`\`
`;

const sources = {
  'logseq/logseq/config.edn': '{:publishing/all-pages-public? true}',
  'logseq/pages/quokkapage.md':
    'password:: family\nalias:: quokkaname\n\n- quokkaoutline [[quokkabelow/x]]\n',
  'logseq/pages/Log.md':
    '- [[quokkapage]] {{embed [[quokkaname]]}} #quokkapage {{query [[quokkapage]]}}\n',
  'vault/.obsidian/app.json': '{}',
  'vault/quokkaplan.md': secret,
  'vault/quokkapicture.svg':
    '<svg xmlns="http://www.w3.org/2000/svg"><title>quokkadrawing</title></svg>',
  'vault/Open.md':
    '---\ntranslations: "[[quokkaplan]]"\n---\nSee [[quokkaplan]], [[quokkaalias|our plan]], ![[quokkaplan]] [[quokkaplan#quokkaheading]].\n\n```dataview\nTABLE file.outlinks, about FROM ""\n```\n',
};

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'notes', path)), { recursive: true });
    await writeFile(join(folder, 'notes', path), text);
  }
}

function run(place: string, given: string | undefined = password) {
  const environment = { GARDEN_PASSWORD_FAMILY: given };
  const folders = {
    notes: join(folder, 'notes'),
    out: join(folder, place, 'out'),
    cache: join(folder, place, 'cache'),
  };
  return new GardenImport(folders, { policy, environment }).run(noProgress);
}

/** What an import keeps for the next one. */
const keptFiles: readonly string[] = [recordFiles.renderedPages, recordFiles.renderedSince];

/** Bytes of every file that an import wrote for the site, by its path. */
async function filesOf(place: string): Promise<ReadonlyMap<string, Buffer>> {
  const out = join(folder, place, 'out');
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !keptFiles.includes(entry.name));
  const read = files.map(async (entry): Promise<[string, Buffer]> => {
    const location = join(entry.parentPath, entry.name);
    return [location.slice(out.length + 1), await readFile(location)];
  });
  const found = await Promise.all(read);
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function lockedPages(place: string): Promise<LockedPage[]> {
  const out = join(folder, place, 'out');
  const read = async (file: string) => JSON.parse(await readFile(join(out, file), 'utf8'));
  const entries = (await read(recordFiles.index)) as readonly PageEntry[];
  const locked = entries.filter(({ kind }) => kind === 'locked');
  return Promise.all(locked.map(({ id }) => read(pageRecordFile(id)) as Promise<LockedPage>));
}

/** The files in which a word is, in any case, packed ones included. */
async function filesWith(place: string, word: string): Promise<string[]> {
  const files = await filesOf(place);
  const kept = keptFiles.map(async (name) => {
    return [name, await readFile(join(folder, place, 'out', name))] as const;
  });
  return [...files, ...(await Promise.all(kept))].flatMap(([path, bytes]) => {
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    const text = `${path}\n${plain.toString('latin1')}\n${plain.toString('latin1').replaceAll('\0', '')}`;
    return text.toLowerCase().includes(word) ? [path] : [];
  });
}

test('nothing of a note with a password is in any file that is published', async () => {
  const report = await run('a');
  expect(await filesWith('a', 'quokka')).toEqual([]);
  expect((await filesWith('a', 'our plan')).length).toBeGreaterThan(0);
  expect(report.pages).toBe(4);
  await put({ 'vault/quokkaplan.md': secret.replace('password: family\n', '') });
  await run('b');
  expect((await filesWith('b', 'quokka')).length).toBeGreaterThan(5);
});

test('a page opens with its password, and its pictures with it', async () => {
  await run('a');
  const pages = await lockedPages('a');
  expect(pages.map(({ title }) => title)).toEqual(['', '']);
  const contents = await Promise.all(
    pages.map(async ({ lock, permalink }) => {
      return contentOf({ ...lock, permalink }, await deriveKey(lock, ` ${password}\n`));
    }),
  );
  const titles = contents.map((content) => content?.title).sort();
  expect(titles).toEqual(['quokkapage', 'quokkaplan']);
  const plan = contents.find((content) => content?.title === 'quokkaplan');
  const text = JSON.stringify([plan?.html, plan?.properties, plan?.search]);
  for (const word of ['heading', 'body', 'property', 'code', 'inline']) {
    expect(text).toContain(`quokka${word}`);
  }
  expect(plan?.pages).toEqual(pages.map(({ permalink }) => permalink));
  const [name = '', file] = Object.entries(plan?.files ?? {})[0] ?? [];
  expect([file, plan?.html.includes(`/_locked/${name}`)]).toEqual([
    { type: 'image/svg+xml', name: 'quokkapicture.svg' },
    true,
  ]);
  const bytes = (await filesOf('a')).get(join('files', '_locked', name));
  const [lock] = pages.map((page) => page.lock);
  const key = await deriveKey(lock ?? { salt: '', rounds: 1, data: '' }, password);
  const picture = await decrypted(key, name, new Uint8Array(bytes ?? []));
  expect(new TextDecoder().decode(picture ?? undefined)).toContain('quokkadrawing');
});

test('another password opens nothing, and no page stands in for another one', async () => {
  await run('a');
  const [first, second] = await lockedPages('a');
  if (!first || !second) throw new Error('There are no two pages.');
  const wrong = await deriveKey(first.lock, 'correct horsE');
  expect(await contentOf({ ...first.lock, permalink: first.permalink }, wrong)).toBeNull();
  const key = await deriveKey(first.lock, password);
  expect(await contentOf({ ...second.lock, permalink: first.permalink }, key)).toBeNull();
});

test('two imports are the same, and after any change a warm one equals a fresh one', async () => {
  await run('warm');
  await run('fresh-1');
  expect(await filesOf('warm')).toEqual(await filesOf('fresh-1'));
  const before = await lockedPages('warm');
  await run('warm', 'another one');
  await run('fresh-2', 'another one');
  expect(await filesOf('warm')).toEqual(await filesOf('fresh-2'));
  const after = await lockedPages('warm');
  expect(after.map(({ permalink }) => permalink)).not.toEqual(
    before.map(({ permalink }) => permalink),
  );
  await put({ 'vault/quokkaplan.md': secret.replace('password: family', 'draft: true') });
  await run('warm', 'another one');
  await run('fresh-3', 'another one');
  expect(await filesOf('warm')).toEqual(await filesOf('fresh-3'));
  expect(await filesWith('warm', 'quokka')).toEqual([]);
  expect([...(await filesOf('warm')).keys()].filter((path) => path.includes('_locked'))).toEqual(
    [],
  );
});

test('an edit changes salt and nonces of all pages with the password', async () => {
  await run('a');
  const before = await lockedPages('a');
  await put({ 'vault/quokkaplan.md': secret.replace('quokkabody', 'quokkabodx') });
  await run('a');
  const after = await lockedPages('a');
  const startsOf = (pages: readonly LockedPage[]) =>
    pages.map(({ lock }) => [lock.salt, lock.data.slice(0, 16)]);
  const both = [...startsOf(before), ...startsOf(after)];
  expect(new Set(both.map(([salt]) => salt)).size).toBe(2);
  expect(new Set(both.map(([salt, nonce]) => `${salt} ${nonce}`)).size).toBe(4);
});

test('a missing password fails the import, and says whose', async () => {
  for (const nothing of ['', '  \n']) {
    await expect(run('a', nothing)).rejects.toThrow(
      'logseq/pages/quokkapage.md needs a password: set GARDEN_PASSWORD_FAMILY.\n' +
        'vault/quokkaplan.md needs a password: set GARDEN_PASSWORD_FAMILY.',
    );
  }
});
