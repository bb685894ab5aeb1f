import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../system/usage-error.ts';
import { checkNotesFolder, loadSettings, notesFolderOf } from './load-settings.ts';
import { readSettings } from './read-settings.ts';
import { settingsWarnings } from './warnings.ts';

let notes = '';
beforeEach(() => {
  notes = mkdtempSync(join(tmpdir(), 'garden-settings-'));
});
afterEach(() => rmSync(notes, { recursive: true }));

test('a folder without garden.yaml has the default settings', () => {
  expect(loadSettings(notes)).toEqual(readSettings('').settings);
  expect(loadSettings(join(notes, 'nowhere'))).toEqual(readSettings('').settings);
});

test('each fault is reported with file, line and column, on a line of its own', () => {
  const location = join(notes, 'garden.yaml');
  writeFileSync(location, 'auhtor: Ada\nmdx: maybe\n');
  expect(() => loadSettings(notes)).toThrow(
    new UsageError(
      `${location}:1:1 There is no setting auhtor: did you mean author?\n` +
        `${location}:2:6 mdx is true or false, not “maybe”.`,
    ),
  );
});

test.for(['garden.yml', 'Garden.yaml', 'GARDEN.YML'])(
  'settings in a file %s are reported',
  (name) => {
    // Where letter case does not matter, Garden.yaml is garden.yaml.
    writeFileSync(join(notes, name), 'titel: A\n');
    expect(() => loadSettings(notes)).toThrow(/name it garden\.yaml|There is no setting titel/);
  },
);

test('a second file of settings is reported, since it would not hold', () => {
  writeFileSync(join(notes, 'garden.yaml'), 'title: A\n');
  writeFileSync(join(notes, 'garden.yml'), 'ignore: [diary/]\n');
  expect(() => loadSettings(notes)).toThrow(
    new UsageError(`${join(notes, 'garden.yml')} is not read: move its settings to garden.yaml.`),
  );
});

test('a folder called garden.yaml is reported', () => {
  mkdirSync(join(notes, 'garden.yaml'));
  expect(() => loadSettings(notes)).toThrow(
    'garden.yaml is a folder; the settings must be a file.',
  );
});

test.for<[string, Buffer]>([
  ['a byte order mark and Windows line ends', Buffer.from('\ufefftitle: Ünë\r\nlang: zh\r\n')],
  ['UTF-16', Buffer.from('\ufefftitle: Ünë\nlang: zh\n', 'utf16le')],
])('settings with %s are read', ([, bytes]) => {
  writeFileSync(join(notes, 'garden.yaml'), bytes);
  expect(loadSettings(notes)).toMatchObject({ title: 'Ünë', lang: 'zh' });
});

test('a notes folder that is not there, or is a file, is refused', () => {
  writeFileSync(join(notes, 'A.md'), '');
  expect(() => checkNotesFolder(notes)).not.toThrow();
  expect(() => checkNotesFolder(join(notes, 'nowhere'))).toThrow(
    new UsageError(`There is no folder “${join(notes, 'nowhere')}” to read notes from.`),
  );
  expect(() => checkNotesFolder(join(notes, 'A.md'))).toThrow(
    new UsageError(`“${join(notes, 'A.md')}” is a file, not a folder of notes.`),
  );
});

test('an empty GARDEN_NOTES is none', () => {
  expect(notesFolderOf({ GARDEN_NOTES: '' })).toBe('notes');
  expect(notesFolderOf({ GARDEN_NOTES: 'vault' })).toBe('vault');
});

test.for([
  ['', 1],
  ['https://garden.example', 1],
  ['https://www.example.com', 1],
  ['https://ada.dev', 0],
  ['https://example.ada.dev', 0],
  ['http://localhost:4321', 0],
] as const)('the address “%s” brings %i warnings', ([url, count]) => {
  const { settings } = readSettings(url === '' ? '' : `url: ${url}\n`);
  expect(settings && settingsWarnings(settings)).toHaveLength(count);
});
