/**
 * Dataview's inline fields (Dataview help, “Adding metadata”): `key:: value` as a line of its own,
 * `[key:: value]` and `(key:: value)` inline; round brackets hide the key.
 */
import type { PhrasingContent, Strong } from 'mdast';
import type { Property, PropertyValue } from '../../../note.ts';
import { plainText } from '../../context/plain-text.ts';
import { cutAt, findClose, findInText, withoutFirst } from '../inline/cut-inline.ts';
import { positionOf } from '../obsidian-draft.ts';

const keySigns = String.raw`[\p{L}\p{N}\p{Extended_Pictographic}][\p{L}\p{M}\p{N}\p{Extended_Pictographic}\ufe0f _/-]*`;
const inBrackets = new RegExp(String.raw`([[(])(${keySigns})::\s*`, 'gu');
const inLine = new RegExp(String.raw`^(${keySigns})::(?:\s+|$)`, 'gu');
const behindKey = /^::(?:\s+|$)/gu;

/** Inline content with its fields in shown form, and the fields themselves. */
export interface FieldsTaken {
  readonly nodes: PhrasingContent[];
  readonly fields: readonly Property[];
}

/**
 * Finds the fields of a paragraph or item: as `**key**: value` in the content, and as properties. Where
 * lines are flashcards (`question:: answer`), only those in brackets are fields.
 */
export function takeFields(nodes: PhrasingContent[], areLinesCards: boolean): FieldsTaken {
  const mayHold = nodes.some((node) => node.type === 'text' && node.value.includes('::'));
  if (!mayHold) return { nodes, fields: [] };
  const fields: Property[] = [];
  const lines = linesOf(nodes).map(
    (line) => (areLinesCards ? null : readLine(line, fields)) ?? readBrackets(line, fields),
  );
  return { nodes: lines.flat(), fields };
}

/** Content split after each line break. */
function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    lines.at(-1)?.push(node);
    if (node.type === 'break') lines.push([]);
  }
  return lines;
}

function readLine(line: PhrasingContent[], fields: Property[]): PhrasingContent[] | null {
  const [first, second] = line;
  if (first?.type === 'text') {
    const found = findInText([first], inLine);
    const key = found?.match[1]?.trim();
    if (!found || !key) return null;
    return field(key, cutAt(line, found.end)[1], fields, first);
  }
  const isMarked = first?.type === 'strong' || first?.type === 'emphasis';
  if (!isMarked || second?.type !== 'text') return null;
  const found = findInText([second], behindKey);
  const key = plainText(first.children);
  return found && key ? field(key, cutAt(line.slice(1), found.end)[1], fields, first) : null;
}

function readBrackets(line: PhrasingContent[], fields: Property[]): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  let rest = line;
  for (let found = findInText(rest, inBrackets); found; found = findInText(rest, inBrackets)) {
    const [, open = '[', key = ''] = found.match;
    const following = cutAt(rest, found.end)[1];
    const close = findClose(following, open, open === '[' ? ']' : ')');
    if (!close) break;
    const [value, after] = cutAt(following, close);
    const [first] = rest;
    const shown = field(key.trim(), value, fields, first);
    kept.push(...cutAt(rest, found.start)[0], ...(open === '[' ? shown : value));
    rest = withoutFirst(after);
  }
  return [...kept, ...rest];
}

function field(
  key: string,
  value: PhrasingContent[],
  fields: Property[],
  node: PhrasingContent | undefined,
): PhrasingContent[] {
  const position = node ? positionOf(node) : { line: 1, column: 1 };
  fields.push({ key, value: fieldValue(value), content: [], shown: false, ...position });
  const name: Strong = { type: 'strong', children: [{ type: 'text', value: key }] };
  return [name, { type: 'text', value: value.length > 0 ? ': ' : ':' }, ...value];
}

/** A single link stays a link in brackets; numbers and true or false are read as such. */
function fieldValue(nodes: readonly PhrasingContent[]): PropertyValue {
  const [only, ...others] = nodes.filter(({ type }) => type !== 'break');
  if (only?.type === 'wikiLink' && others.length === 0) return `[[${only.value}]]`;
  const text = nodes
    .map((node) => (node.type === 'wikiLink' ? `[[${node.value}]]` : plainText([node]) || ' '))
    .join('')
    .trim();
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text || null;
}
