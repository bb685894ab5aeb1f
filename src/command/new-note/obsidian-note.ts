/** A new note of an Obsidian vault: where the vault's settings put it, and what it begins with. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Vault } from '../../garden/note.ts';
import { readTextIfAny } from '../../system/disk.ts';
import { UsageError } from '../../system/usage-error.ts';
import { momentText } from './moment-format.ts';
import type { NoteRequest } from './note-request.ts';
import { filledObsidianTemplate, withTags } from './obsidian-template.ts';
import { noteFileName, noteTemplate } from './template.ts';

/** A note that is to be written. */
export interface NewNote {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

/** The note of a vault in `root`. @throws UsageError where the template does not exist. */
export async function obsidianNote(
  request: NoteRequest,
  root: string,
  { templateFolders = [] }: Partial<Vault> = {},
): Promise<NewNote> {
  const { title, now, tags, isJournal } = request;
  const daily = isJournal ? readDaily(root) : null;
  const path = daily ? momentText(daily.format, now) : '';
  const named = daily ? basename(path) : title;
  const inside = request.inside || (daily ? join(daily.folder, dirname(path)) : newFolderOf(root));
  const template = await templateText(
    root,
    request.template || (daily?.template ?? ''),
    templateFolders,
  );
  const text =
    template === null
      ? noteTemplate(named, now.day, tags)
      : withTags(filledObsidianTemplate(template, { title: named, now }), tags);
  return { folder: join(root, inside), name: noteFileName(named), text };
}

/** The folder for new notes, where the vault names one. */
function newFolderOf(root: string): string {
  const { newFileLocation, newFileFolderPath } = readSettings(root, 'app.json');
  const isNamed = newFileLocation === 'folder' && typeof newFileFolderPath === 'string';
  return isNamed ? String(newFileFolderPath).replace(/^\/+|\/+$/g, '') : '';
}

interface DailyNotes {
  readonly folder: string;
  readonly format: string;
  readonly template: string;
}

/** The settings of Obsidian's “Daily notes”. */
function readDaily(root: string): DailyNotes {
  const settings = readSettings(root, 'daily-notes.json');
  const text = (key: string) => {
    const value = Object.hasOwn(settings, key) ? settings[key as keyof typeof settings] : '';
    return typeof value === 'string' ? value : '';
  };
  return {
    folder: text('folder').replace(/^\/+|\/+$/g, ''),
    format: text('format') || 'YYYY-MM-DD',
    template: text('template'),
  };
}

interface ObsidianFile {
  readonly newFileLocation?: unknown;
  readonly newFileFolderPath?: unknown;
  readonly folder?: unknown;
  readonly format?: unknown;
  readonly template?: unknown;
}

function readSettings(root: string, file: string): ObsidianFile {
  const location = join(root, '.obsidian', file);
  if (!existsSync(location)) return {};
  try {
    const value: unknown = JSON.parse(readFileSync(location, 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    throw new UsageError(`${location} is no JSON: Obsidian's own settings cannot be read.`);
  }
}

/** The text of a template: a path in the vault, or a file of its folders of templates. */
async function templateText(
  root: string,
  name: string,
  folders: readonly string[],
): Promise<string | null> {
  if (name === '') return null;
  const file = name.endsWith('.md') ? name : `${name}.md`;
  for (const folder of [...folders, 'templates', 'Templates', '']) {
    const text = await readTextIfAny(join(root, folder, file)).catch(() => null);
    if (text !== null) return text;
  }
  const where = folders.length > 0 ? folders.join(', ') : 'templates';
  throw new UsageError(`There is no template “${name}” in ${where}.`);
}
