/** Turns the filter of a query into a test on rows. */
import type { Garden } from '../../garden.ts';
import type { Note, PropertyValue } from '../../note.ts';
import type { Filter } from '../../query.ts';
import { tagKey } from '../../tag-key.ts';
import { nameKey, pathIn } from '../lookup/name-key.ts';
import { compareValues, plainText, plainValues } from './compare-values.ts';
import { blockProperty, fieldOf, noteProperty } from './field.ts';
import { type Candidate, targetsOf } from './query-row.ts';
import { leadsTo, referentOf } from './referent.ts';

export type RowTest = (row: Candidate) => boolean;

/** The test of a filter; names are looked up from the note `from`, which contains the query. */
export function testOf(filter: Filter, garden: Garden, from: Note | undefined): RowTest {
  switch (filter.op) {
    case 'and': {
      const tests = filter.of.map((each) => testOf(each, garden, from));
      return (row) => tests.every((test) => test(row));
    }
    case 'or': {
      const tests = filter.of.map((each) => testOf(each, garden, from));
      return (row) => tests.some((test) => test(row));
    }
    case 'not': {
      const test = testOf(filter.of, garden, from);
      return (row) => !test(row);
    }
    case 'link':
      return linkTest(filter.name, garden, from);
    case 'page': {
      const { id } = referentOf(garden, filter.name, from);
      return (row) => row.entry.id === id;
    }
    default:
      return plainTest(filter);
  }
}

/** A row that refers to the page; blocks on the page itself count as well, as in Logseq. */
function linkTest(name: string, garden: Garden, from: Note | undefined): RowTest {
  const referent = referentOf(garden, name, from);
  return (row) =>
    (row.block !== null && row.entry.id === referent.id) ||
    targetsOf(row).some((target) => leadsTo(garden, target, referent));
}

type PlainFilter = Exclude<Filter, { op: 'and' | 'or' | 'not' | 'link' | 'page' }>;

/** Filters that depend on the row alone. */
function plainTest(filter: PlainFilter): RowTest {
  switch (filter.op) {
    case 'tag':
      return tagTest(filter.name);
    case 'text':
      return textTest(filter.text);
    case 'task':
      return taskTest(filter.markers);
    case 'priority':
      return (row) =>
        tasksOf(row).some(({ priority }) => filter.priorities.includes(priority ?? ''));
    case 'property':
      return propertyTest(filter);
    case 'namespace': {
      const above = `${nameKey(filter.name)}/`;
      return ({ entry }) => nameKey(entry.note.name).startsWith(above);
    }
    case 'folder':
      return folderTest(filter.path);
    case 'between':
      return (row) => isBetween(fieldOf(row, filter.key || 'journal'), filter.from, filter.to);
    case 'card':
      return ({ block }) => block?.card === true;
    case 'all':
      return () => true;
  }
}

/** A note with the tag or one below it. */
function tagTest(name: string): RowTest {
  const wanted = tagKey(name);
  return ({ entry }) =>
    entry.note.tags.map(tagKey).some((tag) => tag === wanted || tag.startsWith(`${wanted}/`));
}

function textTest(text: string): RowTest {
  const wanted = text.normalize('NFC').toLowerCase();
  return ({ entry, block }) => {
    const searched = block ? block.text : `${entry.note.title}\n${entry.note.text}`;
    return searched.toLowerCase().includes(wanted);
  };
}

function tasksOf({ entry, block }: Candidate) {
  const blocks = block ? [block] : entry.note.blocks;
  return blocks.flatMap(({ task }) => task ?? []);
}

// Logseq's names of the characters in Obsidian's check boxes.
const markerNames = new Map([
  [' ', 'TODO'],
  ['X', 'DONE'],
  ['/', 'DOING'],
  ['-', 'CANCELED'],
]);

/** Matches any task where no marker is given. */
function taskTest(markers: readonly string[]): RowTest {
  const wanted = new Set(markers.map((marker) => marker.toUpperCase()));
  return (row) =>
    tasksOf(row).some(({ marker }) => {
      const written = marker.toUpperCase();
      return wanted.size === 0 || wanted.has(written) || wanted.has(markerNames.get(written) ?? '');
    });
}

/** Matches everything below a folder of the vault. */
function folderTest(path: string): RowTest {
  const folder = nameKey(path.replace(/\/+$/, ''));
  return ({ entry: { note } }) =>
    folder === '' || nameKey(pathIn(note.vault, note.path)).startsWith(`${folder}/`);
}

function isBetween(value: PropertyValue, from: string, to: string): boolean {
  // Dates and times are compared to the precision of the bounds.
  return plainValues(value).some(
    (text) => text.slice(0, from.length) >= from && text.slice(0, to.length) <= to,
  );
}

function propertyTest(filter: Extract<Filter, { op: 'property' }>): RowTest {
  const wanted = plainText(filter.value);
  return (row) => {
    const own =
      filter.of === 'block' ? blockProperty(row, filter.key) : noteProperty(row, filter.key);
    const value = own ?? (filter.of === 'note' ? fieldOf(row, filter.key) : null);
    return matches(plainValues(value), filter.compare, wanted, Array.isArray(value));
  };
}

function matches(
  values: readonly string[],
  compare: Extract<Filter, { op: 'property' }>['compare'],
  wanted: string,
  isList: boolean,
): boolean {
  switch (compare) {
    case 'exists':
      return values.some((value) => value !== '');
    case 'contains':
      return values.some((value) => (isList ? value === wanted : value.includes(wanted)));
    case '=':
      return values.some((value) => compareValues(value, wanted) === 0);
    case '!=':
      return values.every((value) => compareValues(value, wanted) !== 0);
    case '<':
      return values.some((value) => compareValues(value, wanted) < 0);
    case '<=':
      return values.some((value) => compareValues(value, wanted) <= 0);
    case '>':
      return values.some((value) => compareValues(value, wanted) > 0);
    case '>=':
      return values.some((value) => compareValues(value, wanted) >= 0);
  }
}
