/** Properties of pages and blocks: their typed values, and their shown values with links. */
import type { PhrasingContent } from 'mdast';
import type { Position } from '../../../diagnostic.ts';
import type { Property, PropertyValue } from '../../../note.ts';
import type { FrontMatterEntry } from '../../properties/front-matter.ts';
import { readInline } from '../inline/inline.ts';
import { positionIn, type SourceLine } from '../lines/source-lines.ts';
import type { LogseqDraft } from '../logseq-draft.ts';
import {
  bareName,
  isList,
  isQuoted,
  isShown,
  listedNames,
  type PropertyLine,
  splitList,
  typedValue,
} from './property-lines.ts';

/** The property of a line. Pages named in its value become links of kind 'property'. */
export function readProperty(line: PropertyLine, source: SourceLine, draft: LogseqDraft): Property {
  const place = { line: source.line, column: source.column };
  const positionOf = (offset: number): Position => positionIn([source], line.offset + offset);
  const { content, names, shown } = readValue(line.key, line.value, draft, positionOf);
  const typed = typedValue(line.key, line.value, draft.vault.listProperties);
  const holdsNames = typeof typed === 'string' && names.length > 0;
  return { key: line.key, value: holdsNames ? names : typed, content, shown, ...place };
}

/** A key of YAML front matter, which keeps its own typing. */
export function readYamlProperty(entry: FrontMatterEntry, draft: LogseqDraft): Property {
  const key = entry.key.toLowerCase().replaceAll('_', '-');
  const place = { line: entry.line, column: entry.column };
  const items = Array.isArray(entry.value) ? entry.value : [entry.value];
  const text = items.map((item) => String(item ?? '').replace(/\s+/g, ' ')).join(', ');
  const { content, shown } = readValue(key, text, draft, () => place);
  const value = isList(key, draft.vault.listProperties) ? listedNames(text) : entry.value;
  return { key, value, content, shown, ...place };
}

interface ValueReading {
  readonly content: readonly PhrasingContent[];
  /** Names that the value refers to. */
  readonly names: readonly string[];
  readonly shown: boolean;
}

/** The shown value of a key. A hidden value is not read, so it has no references. */
function readValue(
  key: string,
  value: string,
  draft: LogseqDraft,
  positionOf: (offset: number) => Position,
): ValueReading {
  const shown = isShown(key, draft.vault.hiddenProperties) && !isOfPdf(key, draft.path);
  if (!shown) return { content: [], names: [], shown };
  const first = draft.links.length;
  draft.inProperty = true;
  const content = contentOf(key, value, draft, positionOf);
  draft.inProperty = false;
  markAsProperties(draft, first);
  return { content, names: referencedNames(draft, first), shown };
}

/** A page of PDF highlights names its file; that alone does not publish the file. */
function isOfPdf(key: string, path: string): boolean {
  return /(?:^|\/)hls__[^/]*$/.test(path) && /^file(?:-path)?$/.test(key);
}

function contentOf(
  key: string,
  value: string,
  draft: LogseqDraft,
  positionOf: (offset: number) => Position,
): PhrasingContent[] {
  if (isQuoted(value)) return [{ type: 'text', value: value.slice(1, -1) }];
  if (!isList(key, draft.vault.listProperties)) return readInline(value, draft, positionOf);
  const isAlias = key === 'alias' || key === 'aliases';
  return splitList(value).flatMap(({ text, offset }, index): PhrasingContent[] => {
    const name = bareName(text);
    const comma: PhrasingContent[] = index > 0 ? [{ type: 'text', value: ', ' }] : [];
    if (name === '') return [];
    if (isAlias) return [...comma, { type: 'text', value: name }];
    const facts = { kind: 'property', by: 'name', anchor: null, label: '', source: text } as const;
    const link = draft.addLink({ ...facts, name: draft.pageName(name), ...positionOf(offset) });
    return [...comma, { type: 'noteLink', link, children: [{ type: 'text', value: name }] }];
  });
}

/** Page links become links of kind 'property'; a `#tag` stays a tag everywhere. */
function markAsProperties(draft: LogseqDraft, first: number): void {
  for (let index = first; index < draft.links.length; index += 1) {
    const link = draft.links[index];
    if (link?.kind === 'link' && link.by === 'name') {
      draft.links[index] = { ...link, kind: 'property' };
    }
  }
}

/**
 * Makes the names in a page's `tags::` links of kind 'tag', which lead to the page of that name or else
 * to the tag's. In a block `tags::` is a property like any other.
 */
export function markPageTags(properties: readonly Property[], draft: LogseqDraft): void {
  const nodes = properties.flatMap(({ key, content }) => (key === 'tags' ? content : []));
  for (const node of nodes) {
    const link = node.type === 'noteLink' ? draft.links[node.link] : undefined;
    if (node.type !== 'noteLink' || link?.kind !== 'property') continue;
    draft.links[node.link] = { ...link, kind: 'tag', name: bareName(link.source) };
  }
}

function referencedNames(draft: LogseqDraft, first: number): string[] {
  const links = draft.links.slice(first).filter(({ by }) => by === 'name');
  return links.map(({ name }) => name);
}

/** The value of the first property with one of the keys, or undefined. */
export function propertyValue(
  properties: readonly Property[],
  ...keys: string[]
): PropertyValue | undefined {
  for (const key of keys) {
    const property = properties.find((candidate) => candidate.key === key);
    if (property) return property.value;
  }
  return undefined;
}

/** The value as text; '' for lists and nothing. */
export function propertyText(properties: readonly Property[], ...keys: string[]): string {
  const value = propertyValue(properties, ...keys);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
