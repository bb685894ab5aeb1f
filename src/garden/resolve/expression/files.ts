/** The facts of files and the properties of notes, as both languages name them. */
import type { GardenNote } from '../../garden.ts';
import type { Link, Property } from '../../note.ts';
import { ownValue } from '../../own-value.ts';
import { folderOf, lastSegment } from '../lookup/name-key.ts';
import { midnight } from './date-arithmetic.ts';
import { parseDate } from './date-reading.ts';
import { keyOfTarget, type Surroundings } from './surroundings.ts';
import type { DateValue, FileValue, LinkValue, ObjectValue, Value } from './value.ts';

/** A fact of a file: `file.name`. Null for facts that it has not. */
export function fileFact(around: Surroundings, file: FileValue, name: string): Value {
  const path = around.pathOf(file);
  const plain: Readonly<Record<string, () => Value>> = {
    name: () => around.nameOf(file),
    basename: () => lastSegment(path).replace(/\.[^.]+$/, ''),
    path: () => path,
    folder: () => folderOf(path),
    ext: () => /\.([^./]+)$/.exec(path)?.[1] ?? '',
    link: () => linkTo(around, file.key),
    file: () => ({ type: 'file', key: file.key }),
  };
  const entry = around.entryOf(file);
  const read = ownValue(plain, name) ?? (entry && ownValue(noteFacts(around, entry), name));
  return read ? read() : null;
}

function noteFacts(around: Surroundings, entry: GardenNote): Readonly<Record<string, () => Value>> {
  const { note } = entry;
  const links = (): Value => linksOf(around, entry, () => true);
  const backlinks = (): Value =>
    unique(entry.backlinks.map(({ from }) => linkTo(around, `note:${from}`)));
  const day = (value: Value): Value => (isDate(value) ? midnight(value) : null);
  const created = (): Value => parseDate(note.created);
  const modified = (): Value => parseDate(note.modified);
  const properties = (): Value => objectOf(around, entry, '');
  return {
    ctime: created,
    mtime: modified,
    cday: () => day(created()),
    mday: () => day(modified()),
    day: () => dayOf(note.journal ?? lastSegment(note.name)),
    tags: () => (around.language === 'bases' ? tagsOf(entry) : withParents(tagsOf(entry))),
    etags: () => tagsOf(entry),
    aliases: () => [...note.aliases],
    links,
    outlinks: links,
    backlinks,
    inlinks: backlinks,
    embeds: () => linksOf(around, entry, (kind) => kind === 'embed'),
    properties,
    frontmatter: properties,
    tasks: () => tasksOf(around, entry),
  };
}

function isDate(value: Value): value is DateValue {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'date';
}

function dayOf(name: string): Value {
  const [, year, month, date] = /(\d{4})-?(\d{2})-?(\d{2})/.exec(name) ?? [];
  return year === undefined ? null : parseDate(`${year}-${month}-${date}`);
}

function tagsOf({ note }: GardenNote): string[] {
  return note.tags.map((tag) => `#${tag}`);
}

function tagOf(link: Link | undefined): string[] {
  return link?.kind === 'tag' ? [`#${link.name.replace(/^#/u, '')}`] : [];
}

/** Dataview's `file.tags`: `#a/b` is tagged `#a`, too. */
function withParents(tags: readonly string[]): string[] {
  const all = tags.flatMap((tag) => {
    const parts = tag.split('/');
    return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
  });
  return [...new Set(all)];
}

export function linkTo(around: Surroundings, key: string, display = ''): LinkValue {
  const name = around.nameOf({ type: 'file', key });
  return { type: 'link', name, subpath: '', display, embed: false, key };
}

function unique(links: readonly LinkValue[]): LinkValue[] {
  return [...new Map(links.map((link) => [link.key || link.name, link])).values()];
}

function linksOf(
  around: Surroundings,
  { note, targets }: GardenNote,
  isWanted: (kind: string) => boolean,
): Value {
  const links = note.links.flatMap((link, index): LinkValue[] => {
    const target = targets[index];
    if (!isWanted(link.kind) || link.uncounted || target === undefined) return [];
    // The name of a private note is not told.
    if (target.kind === 'private' || target.kind === 'tag') return [];
    const key = keyOfTarget(target);
    if (key !== '') return [linkTo(around, key)];
    const { name } = link;
    return name === ''
      ? []
      : [{ type: 'link', name, subpath: '', display: '', embed: false, key: '' }];
  });
  return unique(links);
}

/** The tasks of a note as rows. */
export function tasksOf(around: Surroundings, entry: GardenNote): FileValue[] {
  return entry.note.blocks.flatMap(
    ({ task, text, properties, line, links }, index): FileValue[] => {
      if (task === null || task.marker === '') return [];
      const date = (key: string, value: string): [string, Value][] =>
        value === '' ? [] : [[key, parseDate(value)]];
      const names = new Map<string, Value>([
        ...properties.map(({ key, value }): [string, Value] => {
          return [propertyKey(key), around.valueOf(entry, value)];
        }),
        ['text', around.site.publicText(entry, text)],
        ['status', task.marker],
        ['completed', task.done],
        ['fullycompleted', task.done],
        ['checked', task.marker !== ' ' && task.marker !== 'TODO'],
        ['task', true],
        ['path', around.pathOf({ key: `note:${entry.id}` })],
        ['link', linkTo(around, `note:${entry.id}`)],
        ['line', line - 1],
        // Those of the task itself: those of its note are `file.tags`.
        ['tags', links.flatMap((link) => tagOf(entry.note.links[link]))],
        ...date('due', task.deadline),
        ...date('scheduled', task.scheduled),
      ]);
      return [{ type: 'page', key: `note:${entry.id}`, names, block: index }];
    },
  );
}

/** `a_b` and `A b` are one key. */
export function propertyKey(key: string): string {
  return key.trim().toLowerCase().replace(/[_\s]/g, '-');
}

/** A property of a note: of several with one name, their values; of a nested one, the object. */
export function noteProperty(around: Surroundings, entry: GardenNote, name: string): Value {
  const wanted = propertyKey(name);
  const found = entry.note.properties.filter(({ key }) => propertyKey(key) === wanted);
  const [first, ...others] = found;
  if (first && others.length === 0) return around.valueOf(entry, first.value);
  if (first) return found.flatMap(({ value }) => around.valueOf(entry, value));
  const nested = objectOf(around, entry, `${wanted}.`);
  return nested.entries.size > 0 ? nested : null;
}

function objectOf(around: Surroundings, entry: GardenNote, prefix: string): ObjectValue {
  const inside = (property: Property): boolean => propertyKey(property.key).startsWith(prefix);
  const entries = entry.note.properties.filter(inside).map((property): [string, Value] => {
    return [property.key.slice(prefix.length), around.valueOf(entry, property.value)];
  });
  return { type: 'object', entries: new Map(entries) };
}
