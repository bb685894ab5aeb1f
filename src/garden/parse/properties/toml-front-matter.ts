/**
 * The TOML block at the top of a note, between lines of `+++`, as Hugo writes it. Obsidian reads it as
 * text: a switch in it can hide the note, never publish it.
 */
import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Position } from '../../diagnostic.ts';
import type { PropertyValue } from '../../note.ts';
import type { FrontMatter, FrontMatterEntry } from './front-matter.ts';

const block = /^\+\+\+[ \t]*\n(?<toml>[\s\S]*?)^\+\+\+[ \t]*(?:\n|$)/mu;
/** The first line that is no comment names a key or a table. */
const looksLikeToml = /^(?:[ \t]*(?:#.*)?\n)*[ \t]*(?:[\w."'-]+[ \t]*=|\[)/u;

/**
 * Reads the block, or gives null where the note begins with none. Keys of tables are joined by dots.
 * Diagnostics: `invalid-frontmatter` where the TOML does not parse.
 */
export function readTomlFrontMatter(path: string, source: string): FrontMatter | null {
  if (!source.startsWith('+++')) return null;
  const found = block.exec(source);
  const toml = found?.groups?.['toml'] ?? '';
  if (found?.index !== 0 || !looksLikeToml.test(toml)) return null;
  const read = { source: toml, end: found[0].length };
  try {
    const places = placesOf(source.slice(0, read.end));
    const entries = entriesOf(parse(toml), '', places);
    return { ...read, state: 'misplaced', entries, diagnostics: [] };
  } catch (error) {
    return { ...read, state: 'invalid', entries: [], diagnostics: [invalid(path, error)] };
  }
}

/** A key with the rest of its line. */
interface KeyPlace extends Position {
  readonly source: string;
  readonly offset: number;
}

/** The keys as lines name them, each with the tables around it. */
function placesOf(head: string): ReadonlyMap<string, KeyPlace> {
  const places = new Map<string, KeyPlace>();
  let table = '';
  let start = 0;
  for (const [index, text] of head.split('\n').entries()) {
    const header = /^\s*\[{1,2}([^[\]]+)\]/u.exec(text)?.[1];
    if (header !== undefined) table = `${bare(header)}.`;
    const [written = '', key = ''] = /^\s*([\w."'-]+)\s*=\s*/u.exec(text) ?? [];
    const place = { line: index + 1, column: text.search(/\S/u) + 1 };
    const value = { source: text.slice(written.length).trim(), offset: start + written.length };
    if (key !== '') places.set(`${table}${bare(key)}`, { ...place, ...value });
    start += text.length + 1;
  }
  return places;
}

function bare(key: string): string {
  return key.replaceAll(/["'\s]/gu, '');
}

const top: KeyPlace = { line: 1, column: 1, source: '', offset: 0 };

function entriesOf(
  table: Readonly<Record<string, unknown>>,
  prefix: string,
  places: ReadonlyMap<string, KeyPlace>,
): FrontMatterEntry[] {
  return Object.entries(table).flatMap(([name, value]) => {
    const key = `${prefix}${name}`;
    if (isTable(value)) return entriesOf(value, `${key}.`, places);
    return [{ ...(places.get(key) ?? top), key, value: propertyValue(value) }];
  });
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof TomlDate)
  );
}

function propertyValue(value: unknown): PropertyValue {
  if (Array.isArray(value)) return value.map(propertyValue);
  if (value instanceof TomlDate) return value.toISOString().replace('.000', '');
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
    return value;
  }
  return JSON.stringify(value);
}

function invalid(path: string, error: unknown): FrontMatter['diagnostics'][number] {
  const { message, line, column } =
    error instanceof TomlError ? error : { message: String(error), line: 1, column: 1 };
  const reason = (message.split('\n')[0] ?? '').replace(/^Invalid TOML document: |[.:]?$/gu, '');
  return {
    code: 'invalid-frontmatter',
    ...{ path, line: line + 1, column },
    message: `The properties are not valid TOML: ${reason}.`,
    hint: 'Put texts between quotation marks, and write one key on each line.',
  };
}
