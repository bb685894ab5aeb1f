/**
 * The garden with a little of everything, built once for all test files that only read it: below a
 * base, with comments, a count of visits and reading without a network.
 */
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject, vi } from 'vitest';
import { type OwnGarden, openGarden, ownGarden, withSettings } from './own-garden.ts';
import { writePictures } from './picture-notes.ts';

export const walkedBase = '/garden/';

/** What opens the note with a password. */
export const familyPassword = 'correct horse battery';

/** What a build of this garden is told. */
export const walkedEnvironment = {
  GARDEN_BASE: walkedBase,
  GARDEN_PASSWORD_FAMILY: familyPassword,
};

const settings = {
  offline: true,
  searchTextsPerFile: 4,
  csp: { script: ['https://cdn.example'], connect: ['https://api.example'] },
  giscus: { repo: 'ada/garden', repoId: 'R_1', category: 'Notes', categoryId: 'C_2' },
  analytics: {
    src: 'https://count.example/script.js',
    attributes: { 'data-domain': 'ada.example' },
  },
};

/** A note whose HTML is longer than 100 kB, in sections of thirty paragraphs. */
function longNote(): string {
  const walk =
    'Lorem ipsum dolor **sit** amet, consectetur adipiscing elit, sed do eiusmod tempor ut labore. ';
  const section = (_: unknown, index: number) =>
    `## Mile ${index + 1}\n\n${`${walk.repeat(1 + (index % 4))}\n\n`.repeat(30)}`;
  return `${Array.from({ length: 24 }, section).join('')}Ut enim **minim** veniam.\n`;
}

/** An outline as long, in blocks that have blocks below them, each with a link. */
function longOutline(): string {
  const wave = (watch: number) => (_: unknown, index: number) =>
    `\t\t- In watch ${watch} wave ${index} meets the [[Harbour]]\n`;
  const watch = (_: unknown, index: number) =>
    `- ## Watch ${index}\n\t- The log\n${Array.from({ length: 20 }, wave(index)).join('')}`;
  return Array.from({ length: 30 }, watch).join('');
}

/** Hosts that a page of this garden asks for scripts. */
export const walkedHosts = /^https:\/\/(?:giscus\.app|count\.example)\//;

/** The built garden: the first test file that asks builds it, others wait. Nobody may change it. */
export async function walkedGarden(): Promise<OwnGarden> {
  const shared = inject('shared');
  const place = join(shared, 'walked.txt');
  const isFirst = await mkdir(join(shared, 'walked')).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const garden = await ownGarden('src/e2e/fixtures/walk-garden', shared);
    await garden.edit('notes/garden.yaml', withSettings(settings));
    await garden.edit('notes/obsidian/Long walk.md', longNote);
    await garden.edit('notes/logseq/pages/Long watch.md', longOutline);
    await writePictures(join(garden.folder, 'notes/obsidian'));
    await garden.build(walkedEnvironment);
    await writeFile(place, garden.folder);
    return garden;
  }
  await vi.waitUntil(
    () =>
      access(place).then(
        () => true,
        () => false,
      ),
    {
      timeout: 200_000,
      interval: 200,
    },
  );
  return openGarden(await readFile(place, 'utf8'));
}
