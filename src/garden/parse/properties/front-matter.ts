/**
 * The YAML block at the top of a note, with the position of each key. YAML that does not parse is a
 * diagnostic and yields no properties at all, as in Obsidian.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLSeq,
} from 'yaml';
import type { Diagnostic, Position } from '../../diagnostic.ts';
import type { PropertyValue } from '../../note.ts';
import { isSwitch } from './switch.ts';
import { mayHoldSwitch } from './switch-words.ts';

/** One key of the block. Keys of a nested map are joined by dots: `a.b`. */
export interface FrontMatterEntry extends Position {
  readonly key: string;
  readonly value: PropertyValue;
  /** The value as written; for a list or a map the lines of YAML. */
  readonly source: string;
  /** Index in the file where the value starts. */
  readonly offset: number;
}

export interface FrontMatter {
  /** 'misplaced': after blank lines, or in TOML, where Obsidian reads it as text. */
  readonly state: 'absent' | 'read' | 'misplaced' | 'invalid';
  readonly entries: readonly FrontMatterEntry[];
  /** The YAML or TOML itself, without its fences. */
  readonly source: string;
  /** Index in the file where the body starts. */
  readonly end: number;
  readonly diagnostics: readonly Diagnostic[];
}

const opening = /^\s*---[ \t]*\n/u;
const closing = /^---[ \t]*(?:\n|$)/mu;
const keyLine = /^[\p{L}\p{N}_-][^\n:]*:(?:\s|$)/u;

/**
 * Reads the block between the first two `---` lines. Diagnostics: `invalid-frontmatter` where the
 * YAML does not parse, is not closed, or does not start in the first line.
 */
export function readFrontMatter(path: string, source: string): FrontMatter {
  const start = opening.exec(source)?.[0].length;
  if (start === undefined) return noFrontMatter;
  const rest = source.slice(start);
  const close = closing.exec(rest);
  if (!close) return keyLine.test(rest) ? unclosed(path, source, rest) : noFrontMatter;
  const yaml = rest.slice(0, close.index);
  const block = { source: yaml, end: start + close.index + close[0].length };
  if (source.startsWith('---')) return { ...block, ...readYaml(path, source, yaml, start) };
  // Two thematic breaks with text between them are properties only if the text looks like some.
  if (!keyLine.test(yaml)) return noFrontMatter;
  const read = readYaml(path, source, yaml, start);
  const state = read.state === 'read' ? 'misplaced' : read.state;
  return { ...block, ...read, state, diagnostics: [misplaced(path), ...read.diagnostics] };
}

/** The front matter of a file without properties. */
export const noFrontMatter: FrontMatter = {
  state: 'absent',
  entries: [],
  source: '',
  end: 0,
  diagnostics: [],
};

/** Whether a line can belong to YAML properties: a key, item, comment or continuation. */
const yamlLine = /^(?:[ \t]+\S|-(?:[ \t]|$)|#|[\p{L}\p{N}_"'][^\n:]*:(?:[ \t]|$))/u;
/** A closing fence with the wrong number of dashes. */
const wrongFence = /^[-–—]+[ \t]*$/u;

function unclosed(path: string, source: string, rest: string): FrontMatter {
  const lines = rest.split('\n');
  const count = endOfProperties(lines);
  const last = count < 0 ? lines.length : count + Number(wrongFence.test(lines[count] ?? ''));
  const length = lines.slice(0, last).join('\n').length + Number(last < lines.length);
  // A switch below the first odd line may have been meant, too: the note would have to stay private.
  const meant = /\n\s*\n/u.exec(rest)?.index ?? rest.length;
  const odd = rest
    .slice(length, meant)
    .split('\n')
    .filter((line) => line.includes(':'));
  const suspect = [rest.slice(0, length), ...odd].join('\n');
  return {
    state: 'invalid',
    entries: [],
    source: suspect,
    end: source.length - rest.length + length,
    diagnostics: [
      invalid(
        path,
        { line: 1, column: 1 },
        'The properties have no closing “---”.',
        'Add a line “---” after the last property.',
      ),
    ],
  };
}

const heading = /^#{1,6}[ \t]+\S/u;

/** The number of the first line that is none of the properties, -1 where all are. */
function endOfProperties(lines: readonly string[]): number {
  let takesItems = false;
  const end = lines.findIndex((line) => {
    if (wrongFence.test(line) || !yamlLine.test(line)) return true;
    const isItem = /^-(?:[ \t]|$)/u.test(line);
    // Below a key that has its value, an item is one of a list in the text.
    if (isItem && !takesItems) return true;
    if (!isItem && !/^[ \t#]/u.test(line)) takesItems = /:[ \t]*$/u.test(line);
    return false;
  });
  // A comment of YAML looks like a heading, and above text it is one.
  let last = end < 0 ? lines.length : end;
  while (last > 0 && !wrongFence.test(lines[end] ?? '') && heading.test(lines[last - 1] ?? ''))
    last -= 1;
  return last === lines.length ? -1 : last;
}

function misplaced(path: string): Diagnostic {
  const message = 'Properties must start in the first line of the file.';
  return invalid(path, { line: 1, column: 1 }, message, 'Remove the blank lines above “---”.');
}

function invalid(path: string, place: Position, message: string, hint: string): Diagnostic {
  return {
    code: 'invalid-frontmatter',
    path,
    line: place.line,
    column: place.column,
    message,
    hint,
  };
}

function readYaml(
  path: string,
  source: string,
  yaml: string,
  start: number,
): Pick<FrontMatter, 'state' | 'entries' | 'diagnostics'> {
  const counter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: counter,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const firstLine = source.slice(0, start).split('\n').length;
  const place = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line - 1 + firstLine, column: col };
  };
  const [error] = document.errors;
  const { contents } = document;
  if (error) return failed(path, place(error.pos[0]), error.message);
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { state: 'read', entries: [], diagnostics: [] };
  }
  if (!isMap(contents)) return failed(path, place(0), 'Expected lines of “key: value”');
  const reader: Reader = { yaml, start, place };
  return { state: 'read', entries: readMap(contents.items, '', reader), diagnostics: [] };
}

function failed(
  path: string,
  place: Position,
  reason: string,
): Pick<FrontMatter, 'state' | 'entries' | 'diagnostics'> {
  const message = `The properties are not valid YAML: ${reason.split('\n')[0]?.replace(/[.:]?$/u, '.')}`;
  const hint = 'Quote values that contain “:”, “#”, “@”, brackets or other YAML characters.';
  return { state: 'invalid', entries: [], diagnostics: [invalid(path, place, message, hint)] };
}

interface Reader {
  readonly yaml: string;
  readonly start: number;
  readonly place: (offset: number) => Position;
}

function readMap(pairs: readonly Pair[], prefix: string, reader: Reader): FrontMatterEntry[] {
  return pairs.flatMap((pair) => {
    if (!isScalar(pair.key)) return unreadKey(pair, reader);
    const key = `${prefix}${pair.key.value}`;
    const source = sourceOf(pair.value, reader);
    // A map says neither yes nor no: its keys must not be read in the switch's place.
    const isValue = source.startsWith('{{') || isSwitch(key);
    if (isMap(pair.value) && !isValue) {
      return readMap(pair.value.items, `${key}.`, reader);
    }
    const nested = isSeq(pair.value) ? switchesIn(pair.value, `${key}.`, reader) : [];
    const position = reader.place(pair.key.range?.[0] ?? 0);
    const offset = reader.start + (rangeOf(pair.value)?.[0] ?? pair.key.range?.[1] ?? 0);
    return [{ key, value: readValue(pair.value, reader), source, offset, ...position }, ...nested];
  });
}

/** Switches in maps that are items of a list: `cascade: [{ draft: true }]`. */
function switchesIn(list: YAMLSeq, prefix: string, reader: Reader): FrontMatterEntry[] {
  const maps = list.items.filter((item) => isMap(item));
  return maps
    .flatMap((map) => readMap(map.items, prefix, reader))
    .filter(({ key }) => isSwitch(key));
}

/** A key that is a list or a map, which no program reads; kept where it may have been meant as a switch. */
function unreadKey(pair: Pair, reader: Reader): FrontMatterEntry[] {
  const key = sourceOf(pair.key, reader).trim();
  if (!mayHoldSwitch(key)) return [];
  const offset = reader.start + (rangeOf(pair.key)?.[0] ?? 0);
  const value = readValue(pair.value, reader);
  return [{ key, value, source: key, offset, ...reader.place(offset - reader.start) }];
}

function rangeOf(node: unknown): readonly [number, number, number] | null {
  return isScalar(node) || isSeq(node) || isMap(node) || isAlias(node)
    ? (node.range ?? null)
    : null;
}

function sourceOf(node: unknown, reader: Reader): string {
  const range = rangeOf(node);
  return range ? reader.yaml.slice(range[0], range[1]) : '';
}

/**
 * Scalars keep their type; a number that JavaScript cannot represent stays text, and so does text that
 * only looks like YAML: a template's `{{date}}`, or a link without quotes, `[[name]]`.
 */
function readValue(node: unknown, reader: Reader): PropertyValue {
  const source = sourceOf(node, reader);
  if (isMap(node) || /^\[\[[^\]]*\]\]$/u.test(source)) return source.trim();
  if (isSeq(node)) return node.items.map((item) => readValue(item, reader));
  if (!isScalar(node)) return source === '' ? null : source;
  const { value } = node;
  if (typeof value === 'number' && (Number.isSafeInteger(value) || !Number.isInteger(value))) {
    return Number.isFinite(value) ? value : source;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value === null ? null : source;
}
