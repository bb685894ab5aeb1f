/** Values of expressions: what properties hold, and what functions give. */
import { compareText } from '../../diagnostic.ts';
import type { ExpressionLanguage } from '../../expression.ts';
import { dateText } from './date-text.ts';
import { durationMs, durationText, type Units } from './durations.ts';

export type Value =
  | null
  | boolean
  | number
  | string
  | DateValue
  | DurationValue
  | LinkValue
  | FileValue
  | ObjectValue
  | FunctionValue
  | RegexValue
  | ImageValue
  | readonly Value[];

/** A moment of the calendar, without a time zone: `ms` counts as if it were in UTC. */
export interface DateValue {
  readonly type: 'date';
  readonly ms: number;
  readonly hasTime: boolean;
}

export interface DurationValue {
  readonly type: 'duration';
  readonly units: Units;
}

/** A link to a note, file, heading or address. */
export interface LinkValue {
  readonly type: 'link';
  /** As written; an address for another site. */
  readonly name: string;
  /** Text after '#', '' without one. */
  readonly subpath: string;
  readonly display: string;
  readonly embed: boolean;
  /** Key of what it leads to, as files have it; '' where there is no such page. */
  readonly key: string;
}

/** A note as a whole (`this`, a row) or its file (`file`); or another file of the vault. */
export interface FileValue {
  readonly type: 'page' | 'file';
  /** `note:id` or `asset:path`; '' for a group of rows. */
  readonly key: string;
  /** Rows of Dataview: what FLATTEN, GROUP BY and tasks add to the note's properties. */
  readonly names?: ReadonlyMap<string, Value>;
  /** Tasks: index in the note's blocks. */
  readonly block?: number;
}

export interface ObjectValue {
  readonly type: 'object';
  readonly entries: ReadonlyMap<string, Value>;
}

export interface FunctionValue {
  readonly type: 'function';
  readonly call: (inputs: readonly Value[]) => Value;
}

export interface RegexValue {
  readonly type: 'regex';
  readonly pattern: RegExp;
}

export interface ImageValue {
  readonly type: 'image';
  readonly of: Value;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A value as a list: nothing is none, a single value one. */
export function listOf(value: Value): readonly Value[] {
  if (isList(value)) return value;
  return value === null ? [] : [value];
}

/** The type as Dataview's `typeof` and bases' `isType` name it. */
export function typeName(value: Value): string {
  if (value === null) return 'null';
  if (isList(value)) return 'array';
  if (typeof value !== 'object') return typeof value;
  return value.type === 'page' ? 'object' : value.type;
}

/** As in both languages: nothing, an empty text, list or object, false and 0 are not true. */
export function isTrue(value: Value): boolean {
  if (value === null || value === '' || value === false || value === 0) return false;
  if (isList(value)) return value.length > 0;
  return typeof value !== 'object' || value.type !== 'object' || value.entries.size > 0;
}

/** A value as text; `name` gives that of a file. */
export function textOf(value: Value, name: (file: FileValue) => string): string {
  if (value === null) return '';
  if (isList(value)) return value.map((item) => textOf(item, name)).join(', ');
  if (typeof value === 'number') return String(tidy(value));
  if (typeof value !== 'object') return String(value);
  switch (value.type) {
    case 'date':
      return dateText(value);
    case 'duration':
      return durationText(value.units);
    case 'link':
      return value.display || value.name + (value.subpath === '' ? '' : ` > ${value.subpath}`);
    case 'page':
    case 'file':
      return name(value);
    case 'object':
      return [...value.entries].map(([key, each]) => `${key}: ${textOf(each, name)}`).join(', ');
    case 'image':
      return textOf(value.of, name);
    case 'regex':
      return String(value.pattern);
    case 'function':
      return '';
  }
}

/** Rounds off the errors of binary fractions: 0.1 + 0.2. */
export function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(14)) : value;
}

/** What two equal values share. */
export function keyOf(value: Value): string {
  if (value === null) return 'null';
  if (isList(value)) return `[${value.map(keyOf).join()}]`;
  if (typeof value !== 'object') return `${typeof value}:${value}`;
  switch (value.type) {
    case 'date':
      return `date:${value.ms}`;
    case 'duration':
      return `duration:${durationMs(value.units)}`;
    case 'link':
      return `${value.key || `name:${value.name.toLowerCase()}`}${value.subpath && `#${value.subpath}`}`;
    case 'page':
    case 'file':
      return value.block === undefined ? value.key : `${value.key}#${value.block}`;
    case 'object':
      return `{${[...value.entries].map(([key, each]) => `${key}:${keyOf(each)}`).join()}}`;
    case 'image':
      return `image:${keyOf(value.of)}`;
    case 'regex':
      return String(value.pattern);
    case 'function':
      return 'function';
  }
}

/** Whether two values are the same. A property's number may be written as text. */
export function isSame(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'string') return b.trim() !== '' && Number(b) === a;
  if (typeof a === 'string' && typeof b === 'number') return isSame(b, a);
  return keyOf(a) === keyOf(b);
}

/** The order of two values; null where they have none. Nothing is before everything. */
export function orderOf(
  a: Value,
  b: Value,
  language: ExpressionLanguage,
  name: (file: FileValue) => string,
): number | null {
  if (a === null || b === null) return orderOfNothing(a, b, language);
  const [x, y] = [numberIn(a), numberIn(b)];
  if (x !== null && y !== null) return x - y;
  if (isList(a) && isList(b)) return orderOfLists(a, b, language, name);
  const [s, t] = [textOf(a, name), textOf(b, name)];
  return collator.compare(s, t) || compareText(s, t);
}

function orderOfNothing(a: Value, b: Value, language: ExpressionLanguage): number | null {
  if (language === 'bases' && a !== b) return null;
  return Number(b === null) - Number(a === null);
}

function orderOfLists(
  a: readonly Value[],
  b: readonly Value[],
  language: ExpressionLanguage,
  name: (file: FileValue) => string,
): number | null {
  for (const [index, item] of a.entries()) {
    if (index >= b.length) return 1;
    const order = orderOf(item, b[index] ?? null, language, name);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const collator = new Intl.Collator('en', { numeric: false });

/** Numbers, truth, dates and durations on one line; a text only where it is a number. */
function numberIn(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') {
    return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : null;
  }
  if (value === null || isList(value)) return null;
  if (value.type === 'date') return value.ms;
  return value.type === 'duration' ? durationMs(value.units) : null;
}

/** Dates as milliseconds, truth as 1 or 0, a text where it is a number. */
export function numberOf(value: Value): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') {
    return value.trim() === '' || Number.isNaN(Number(value)) ? null : Number(value);
  }
  if (value === null || isList(value)) return null;
  if (value.type === 'date') return value.ms;
  return value.type === 'duration' ? durationMs(value.units) : null;
}
