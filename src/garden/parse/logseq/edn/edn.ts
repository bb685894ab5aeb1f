/**
 * A tolerant reader of EDN, the notation of `config.edn`, of image sizes, hiccup and query blocks.
 * It reads all that Clojure programs write there: comments, sets, discarded forms, tagged values,
 * regexes and code. Unknown syntax becomes a symbol, never an exception.
 */
import { ownValue } from '../../../own-value.ts';

export type Edn =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'nil' }
  | { readonly kind: 'keyword'; readonly name: string }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'list' | 'vector' | 'set'; readonly items: readonly Edn[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Edn, Edn])[] };

/** The first form of a source, and the first fault in it. */
interface EdnReading {
  readonly value: Edn | null;
  readonly fault: { readonly offset: number; readonly message: string } | null;
  /** Offset after the form. */
  readonly end: number;
}

interface Reader {
  readonly source: string;
  at: number;
  depth: number;
  fault: EdnReading['fault'];
}

/** Reads the first form of `source` from `start` on. */
export function readEdn(source: string, start = 0): EdnReading {
  const reader: Reader = { source, at: start, depth: 0, fault: null };
  const value = readForm(reader);
  return { value, fault: reader.fault, end: reader.at };
}

/** The value of a key of a map (keys without ':'), or null; also null when `map` is no map. */
export function ednEntry(map: Edn | null, key: string): Edn | null {
  if (map?.kind !== 'map') return null;
  for (const [name, value] of map.entries) if (ednKey(name) === key) return value;
  return null;
}

/** Name of a keyword, symbol or string; '' for anything else. */
export function ednKey(value: Edn): string {
  if (value.kind === 'keyword' || value.kind === 'symbol') return value.name;
  return value.kind === 'string' ? value.text : '';
}

/** The strings of a list, vector or set, or the one string itself. */
export function ednStrings(value: Edn | null): string[] {
  if (!value) return [];
  if (value.kind === 'string') return [value.text];
  if (value.kind !== 'list' && value.kind !== 'vector' && value.kind !== 'set') return [];
  return value.items.map(ednKey).filter((text) => text !== '');
}

/** Maximum depth of brackets, so that the recursive reader cannot overflow the stack. */
const maxDepth = 100;

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function readForm(reader: Reader): Edn | null {
  if (reader.depth >= maxDepth) {
    addFault(reader, 'Brackets are nested too deep.');
    reader.at = reader.source.length;
    return null;
  }
  reader.depth += 1;
  const form = readAnyForm(reader);
  reader.depth -= 1;
  return form;
}

function readAnyForm(reader: Reader): Edn | null {
  skipBlank(reader);
  const { source } = reader;
  const char = source[reader.at];
  if (char === undefined || char === ')' || char === ']' || char === '}') return null;
  if (char === '"') return { kind: 'string', text: readString(reader) };
  if (char === '(' || char === '[' || char === '{') return readCollection(reader, char);
  if (char === '#') return readDispatch(reader);
  if (char === "'" || char === '`' || char === '~' || char === '@') {
    reader.at += 1;
    return readForm(reader);
  }
  if (char === '^') {
    reader.at += 1;
    readForm(reader);
    return readForm(reader);
  }
  return readAtom(reader);
}

function readDispatch(reader: Reader): Edn | null {
  const next = reader.source[reader.at + 1];
  if (next === '{') {
    reader.at += 1;
    return { kind: 'set', items: readItems(reader, '}') };
  }
  reader.at += 1;
  if (next === '_') {
    reader.at += 1;
    readForm(reader);
    return readForm(reader);
  }
  if (next === '"' || next === '(') return readForm(reader);
  const tag = readAtom(reader);
  return readForm(reader) ?? tag;
}

function readCollection(reader: Reader, opener: '(' | '[' | '{'): Edn {
  const items = readItems(reader, closers[opener] ?? ')');
  if (opener === '(') return { kind: 'list', items };
  if (opener === '[') return { kind: 'vector', items };
  const entries: [Edn, Edn][] = [];
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    const value = items[index + 1];
    if (key && value) entries.push([key, value]);
  }
  if (items.length % 2 === 1) addFault(reader, 'A map has a key without a value.');
  return { kind: 'map', entries };
}

function readItems(reader: Reader, closer: string): Edn[] {
  const opened = reader.at;
  const items: Edn[] = [];
  reader.at += 1;
  for (;;) {
    skipBlank(reader);
    const char = reader.source[reader.at];
    if (char === closer) {
      reader.at += 1;
      return items;
    }
    const item = readForm(reader);
    if (item) items.push(item);
    else if (reader.source[reader.at] !== closer) {
      addFault(reader, `A bracket is not closed by “${closer}”.`, opened);
      return items;
    }
  }
}

function readString(reader: Reader): string {
  const opened = reader.at;
  let text = '';
  for (let at = opened + 1; at < reader.source.length; at += 1) {
    const char = reader.source[at];
    if (char === '"') {
      reader.at = at + 1;
      return text;
    }
    if (char === '\\') {
      at += 1;
      text += ownValue(escapes, reader.source[at] ?? '') ?? reader.source[at] ?? '';
    } else text += char;
  }
  addFault(reader, 'A string is not closed.', opened);
  reader.at = reader.source.length;
  return text;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function readAtom(reader: Reader): Edn {
  const pattern = /[^\s,()[\]{}";]*/y;
  pattern.lastIndex = reader.at;
  const name = pattern.exec(reader.source)?.[0] ?? '';
  reader.at += Math.max(name.length, 1);
  if (name.startsWith(':')) return { kind: 'keyword', name: name.slice(1) };
  if (name === 'nil') return { kind: 'nil' };
  if (name === 'true' || name === 'false') return { kind: 'boolean', value: name === 'true' };
  if (/^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[NM]?$/.test(name)) {
    return { kind: 'number', number: Number.parseFloat(name) };
  }
  return { kind: 'symbol', name };
}

function skipBlank(reader: Reader): void {
  const pattern = /(?:[\s,]|;[^\n]*)*/y;
  pattern.lastIndex = reader.at;
  reader.at += pattern.exec(reader.source)?.[0].length ?? 0;
}

function addFault(reader: Reader, message: string, offset = reader.at): void {
  reader.fault ??= { offset, message };
}
