/** The values that queries filter by, sort and show: facts and properties of a row. */
import type { Garden, GardenNote } from '../../garden.ts';
import type { Property, PropertyValue } from '../../note.ts';
import { ownValue } from '../../own-value.ts';
import { folderOf, lastSegment, pathIn } from '../lookup/name-key.ts';
import type { Candidate, QueryRow } from './query-row.ts';

/**
 * The value of a column for a row, or null. `key` is a property, or one of 'title', 'block', 'page',
 * 'tags', 'aliases', 'created', 'modified', 'journal', 'path', 'folder', 'name', 'lang', 'marker',
 * 'done', 'priority', 'scheduled', 'deadline'; 'file.x' and 'note.x' have Obsidian's meaning. A
 * block's property wins over its note's.
 */
export function queryField(garden: Garden, row: QueryRow, key: string): PropertyValue {
  const entry = garden.notes.get(row.id);
  if (!entry) return null;
  const block = row.block === null ? null : (entry.note.blocks[row.block] ?? null);
  return fieldOf({ entry, index: row.block, block }, key);
}

/** The same for a candidate row. */
export function fieldOf(candidate: Candidate, key: string): PropertyValue {
  const plain = key.trim().toLowerCase();
  if (plain.startsWith('note.')) return noteProperty(candidate, plain.slice('note.'.length));
  if (plain.startsWith('file.')) return ofNote(candidate.entry, fileKeys.get(plain) ?? plain);
  const own = candidate.block ? propertyValue(candidate.block.properties, plain) : null;
  if (own !== null) return own;
  const ofTask = ofBlock(candidate, plain);
  if (ofTask !== null) return ofTask;
  return noteProperty(candidate, plain) ?? ofNote(candidate.entry, plain);
}

/** A property of the row's own block only. */
export function blockProperty({ block }: Candidate, key: string): PropertyValue {
  return block ? propertyValue(block.properties, key) : null;
}

/** A property of the row's note, or null. */
export function noteProperty({ entry }: Candidate, key: string): PropertyValue {
  return propertyValue(entry.note.properties, key);
}

const fileKeys = new Map([
  ['file.name', 'name'],
  ['file.basename', 'name'],
  ['file.link', 'title'],
  ['file.path', 'path'],
  ['file.folder', 'folder'],
  ['file.ctime', 'created'],
  ['file.cday', 'created'],
  ['file.mtime', 'modified'],
  ['file.mday', 'modified'],
  ['file.day', 'journal'],
  ['file.tags', 'tags'],
  ['file.etags', 'tags'],
  ['file.aliases', 'aliases'],
]);

function ofNote({ note }: GardenNote, key: string): PropertyValue {
  const path = pathIn(note.vault, note.path);
  const values: Readonly<Record<string, PropertyValue>> = {
    title: note.title,
    page: note.title,
    name: lastSegment(note.name),
    path,
    folder: folderOf(path),
    tags: note.tags,
    aliases: note.aliases,
    created: note.created || null,
    modified: note.modified || null,
    'created-at': note.created || null,
    'updated-at': note.modified || null,
    journal: note.journal,
    lang: note.lang,
  };
  return ownValue(values, key) ?? null;
}

function ofBlock({ block }: Candidate, key: string): PropertyValue {
  if (!block) return null;
  if (key === 'block' || key === 'content' || key === 'text') return block.text;
  const { task } = block;
  if (!task) return null;
  if (key === 'marker' || key === 'status') return task.marker;
  if (key === 'done' || key === 'completed') return task.done;
  if (key === 'priority') return task.priority;
  if (key === 'scheduled') return task.scheduled || null;
  return key === 'deadline' || key === 'due' ? task.deadline || null : null;
}

function propertyValue(properties: readonly Property[], key: string): PropertyValue {
  const wanted = propertyKey(key);
  return properties.find((property) => propertyKey(property.key) === wanted)?.value ?? null;
}

function propertyKey(key: string): string {
  return key.trim().toLowerCase().replace(/[_\s]/g, '-');
}
