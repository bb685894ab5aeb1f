import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { doctor } from './doctor.ts';

let notes = '';
let printed = '';
beforeEach(async () => {
  notes = await mkdtemp(join(tmpdir(), 'garden-doctor-'));
  printed = '';
  vi.spyOn(console, 'log').mockImplementation((text) => {
    printed += String(text);
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(notes, { recursive: true, force: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(notes, path)), { recursive: true });
  await writeFile(join(notes, path), text);
}

function run(...args: string[]): Promise<number> {
  return doctor(args, { GARDEN_NOTES: notes });
}

test('the one note that makes a vault opt-in is named', async () => {
  await put('N1.md', '---\npublish: true\n---\n');
  for (const name of ['N2', 'N3', 'sub/N4']) await put(`${name}.md`, 'text');
  expect(await run()).toBe(0);
  expect(printed).toContain('Notes: 1 of 4 published\n  .  1 of 4\n  sub  0 of 1');
  expect(printed).toContain(
    '3 notes: N1.md asks to be published, so the others of its vault must, too\n' +
      '      Write publish: true into each note, or publish: all into garden.yaml.',
  );
  expect(printed).toContain('sub/N4.md  N1.md asks');
});

test('JSON has every note with its reason, dead links, conflicts and sizes', async () => {
  await put('.obsidian/templates.json', '{"folder": "Vorlagen"}');
  await put('Vorlagen/T.md', 'x');
  await put('A.md', '---\naliases: [Same]\n---\n[[Nobody]] ![[a.png]]\n\n```dataviewjs\nx\n```\n');
  await put('B.md', '---\naliases: [Same]\n---\n');
  await put('a.png', 'x'.repeat(10));
  await put('unused.pdf', 'x'.repeat(5));
  expect(await run('--json')).toBe(0);
  const found = JSON.parse(printed);
  expect(found.notes).toContainEqual({
    path: 'Vorlagen/T.md',
    published: false,
    reason: 'in a folder of templates (Vorlagen/)',
    change: expect.stringContaining('garden.yaml'),
  });
  expect(
    found.unresolved.map(({ code, path }: { code: string; path: string }) => [code, path]),
  ).toEqual([['unresolved-link', 'A.md']]);
  expect(found.clashes).toMatchObject([{ code: 'duplicate-alias' }]);
  expect(found.unsupported).toMatchObject([{ count: 1 }]);
  expect(found.attachments).toEqual({
    published: { files: 1, bytes: 10 },
    all: { files: 2, bytes: 15 },
  });
  expect(found.buildSeconds).toBeGreaterThan(0);
  expect(found.warnings).toHaveLength(1);
});

test('what only rendering notices is listed, too', async () => {
  await put('A.md', '![[B]]\n');
  await put('B.md', '![[A]]\n');
  await put('sub/garden.yaml', 'title: Lost\n');
  await run();
  expect(printed).toContain('Embeds that are not followed\n  A.md:1:1  ');
  expect(printed).toContain('Settings that do not apply\n  sub/garden.yaml:1:1  ');
});

test('references to notes that are not published are listed, since readers miss them', async () => {
  await put('A.md', '![[T]]\n');
  await put('templates/T.md', 'x');
  await run();
  expect(printed).toContain(
    'References to notes that are not published\n' +
      '  A.md:1:1  The link leads to “templates/T.md”, which is not published.',
  );
});

test('a folder without notes says so', async () => {
  expect(await run()).toBe(0);
  expect(printed).toContain('There are no notes in this folder.');
  expect(printed).not.toContain('A first build');
});

test('nothing is written', async () => {
  await put('A.md', 'x');
  await run();
  expect(await readdir(notes)).toEqual(['A.md']);
});
