/** Reads the text of a `garden.yaml`: the settings, or what is wrong with it and where. Pure. */
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { compareText, type Position } from '../garden/diagnostic.ts';
import { Suggestions } from '../garden/edit-distance.ts';
import { settingAt } from './known-settings.ts';
import { type SiteSettings, settingsSchema } from './schema.ts';

/** One thing that is wrong, in one sentence. */
export interface SettingsFault extends Position {
  readonly message: string;
}

export type ReadSettings =
  | { readonly settings: SiteSettings; readonly faults: readonly [] }
  | { readonly settings: null; readonly faults: readonly SettingsFault[] };

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Reads settings written as YAML; an empty text means the defaults. Never throws. */
export function readSettings(text: string): ReadSettings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const [broken] = document.errors;
  if (broken) return { settings: null, faults: [syntaxFault(broken, place)] };
  const parsed = settingsSchema.safeParse(withoutNulls(plainValue(document)));
  if (parsed.success) return { settings: parsed.data, faults: [] };
  const faults = parsed.error.issues.flatMap((issue) =>
    faultsOf(issue, document).map(({ message, offset }) => ({ message, ...place(offset) })),
  );
  return { settings: null, faults: faults.toSorted(byPlace) };
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? {};
  } catch {
    // An alias that leads nowhere, or too many of them: no settings, told as such.
    return '';
  }
}

function syntaxFault(
  { message, pos }: { message: string; pos: readonly [number, number] },
  place: (offset: number) => Position,
): SettingsFault {
  return { message: `This is not valid YAML: ${message.replace(/\s+/gu, ' ')}.`, ...place(pos[0]) };
}

/** A key with nothing behind it is a setting left out; a colour left out is one without quotes. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(
    ([key, inner]) => inner !== null || colours.has(key),
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutNulls(inner)]));
}

const colours = new Set(['accent', 'paper', 'light', 'dark']);

interface Fault {
  readonly message: string;
  readonly offset: number;
}

function faultsOf(issue: Issue, document: Document): Fault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      message: unknownKey(path, key),
      offset: keyOffset(document, [...path, key]),
    }));
  }
  if (issue.code === 'invalid_key') {
    const message = `${dotted(path)} is no name that may stand here: ${dotted(path.slice(0, -1))} is ${expected(path.slice(0, -1))}.`;
    return [{ message, offset: keyOffset(document, path) }];
  }
  const node = nodeAt(document, path);
  if (!node) {
    const message = `${dotted(path)} is missing.`;
    return [{ message, offset: keyOffset(document, path.slice(0, -1)) }];
  }
  const written = `not ${shown(node)}`;
  const own = issue.code === 'custom' && issue.message !== 'Invalid input' ? issue.message : null;
  const message = own ?? `${dotted(path)} is ${expected(path)}, ${written}.`;
  return [{ message, offset: node.range?.[0] ?? 0 }];
}

function unknownKey(path: Path, key: string): string {
  const known = Object.keys(settingAt(path)?.properties ?? {});
  const suggestions = new Suggestions(known.map((name) => [name.toLowerCase(), name]));
  const near = suggestions.nearest(key.toLowerCase());
  const name = dotted([...path, key]);
  if (near !== '') return `There is no setting ${name}: did you mean ${dotted([...path, near])}?`;
  return path.length === 0
    ? `There is no setting ${name}.`
    : `There is no setting ${name}: ${dotted(path)} has ${known.join(', ')}.`;
}

function expected(path: Path): string {
  const setting = settingAt(path);
  if (setting?.values) return setting.values;
  const names = Object.keys(setting?.properties ?? {});
  return path.length === 0 ? 'a map of settings' : `a map of ${names.join(', ')}`;
}

/** A path as it is spoken of: nav.order, or “the file” for the whole. */
function dotted(path: Path): string {
  if (path.length === 0) return 'The file';
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : String(key)))
    .join('.')
    .replaceAll('.[', '[');
}

const shownLength = 40;

/** A value as a sentence may quote it. */
function shown(node: Node): string {
  if (isMap(node)) return 'a map';
  if (!isScalar(node)) return 'a list';
  if (node.value === null) return 'empty: “#” without quotes starts a remark';
  if (typeof node.value !== 'string') return `${String(node.source ?? node.value)} without quotes`;
  const { value } = node;
  return value.length > shownLength ? `“${value.slice(0, shownLength)}…”` : `“${value}”`;
}

function nodeAt(document: Document, path: Path): Node | null {
  const node = document.getIn(path, true) as Node | undefined;
  return node && 'range' in node ? node : path.length === 0 ? document.contents : null;
}

function keyOffset(document: Document, path: Path): number {
  const holder = nodeAt(document, path.slice(0, -1));
  if (!isMap(holder)) return holder?.range?.[0] ?? 0;
  const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1));
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : (holder.range?.[0] ?? 0);
}

function byPlace(a: SettingsFault, b: SettingsFault): number {
  return a.line - b.line || a.column - b.column || compareText(a.message, b.message);
}
