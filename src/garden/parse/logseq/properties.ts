/** Properties of pages and blocks: their typed values, and their values for showing with links. */
import type { PhrasingContent } from 'mdast';
import type { Position } from '../../diagnostic.ts';
import type { Property, PropertyValue } from '../../note.ts';
import { readInline } from './inline.ts';
import type { NoteDraft } from './note-draft.ts';
import {
  bareName,
  isList,
  isQuoted,
  isShown,
  type PropertyLine,
  splitList,
  typedValue,
} from './property-lines.ts';
import { positionIn, type SourceLine } from './source-lines.ts';

/** A property of a line. References in its value become links of kind 'property'. */
export function readProperty(line: PropertyLine, source: SourceLine, draft: NoteDraft): Property {
  const { vault } = draft;
  const shown = isShown(line.key, vault.hiddenProperties) && !isOfPdf(line.key, draft.path);
  const place = { line: source.line, column: source.column };
  const positionOf = (offset: number): Position => positionIn([source], line.offset + offset);
  const first = draft.links.length;
  draft.inProperty = true;
  const content = shown ? contentOf(line, draft, positionOf) : [];
  draft.inProperty = false;
  markAsProperties(draft, first);
  const names = referencedNames(draft, first);
  const typed = typedValue(line.key, line.value, vault.listProperties);
  const holdsNames = typeof typed === 'string' && names.length > 0 && !isQuoted(line.value);
  return { key: line.key, value: holdsNames ? names : typed, content, shown, ...place };
}

/** A page of PDF highlights names its file; that alone does not publish the file. */
function isOfPdf(key: string, path: string): boolean {
  return /(?:^|\/)hls__[^/]*$/.test(path) && /^file(?:-path)?$/.test(key);
}

function contentOf(
  { key, value }: PropertyLine,
  draft: NoteDraft,
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

function markAsProperties(draft: NoteDraft, first: number): void {
  for (let index = first; index < draft.links.length; index += 1) {
    const link = draft.links[index];
    if (link && (link.kind === 'link' || link.kind === 'tag') && link.by === 'name') {
      draft.links[index] = { ...link, kind: 'property' };
    }
  }
}

function referencedNames(draft: NoteDraft, first: number): string[] {
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
