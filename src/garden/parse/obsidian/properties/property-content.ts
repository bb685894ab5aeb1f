/** How property values are shown: as text with the links in it. */
import type { PhrasingContent } from 'mdast';
import type { PropertyValue } from '../../../note.ts';
import { addShownNames } from '../../html/html-references.ts';
import type { FrontMatterEntry } from '../../properties/front-matter.ts';
import { textOf } from '../../properties/text-list.ts';
import type { ObsidianDraft } from '../obsidian-draft.ts';
import { defaultLabel, readAddress, readWikiReference } from '../wiki-link/reference.ts';
import { proseKeys, proseNodes } from './prose.ts';

/** The picture named by a value: a path, an address, or the name in a link. */
export function imageOf(value: PropertyValue | undefined): string {
  const text = textOf(Array.isArray(value) ? value[0] : value);
  const inner = /^!?\[\[(.+)\]\]$/u.exec(text)?.[1];
  const name = inner === undefined ? text : readWikiReference(inner).name;
  return isColor(name) ? '' : name;
}

function isColor(name: string): boolean {
  return /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/iu.test(name);
}

/** A picture without a scheme is a file of the vault; the link makes it part of the garden. */
export function imageContent(entry: FrontMatterEntry, draft: ObsidianDraft): PhrasingContent[] {
  const color = textOf(entry.value);
  if (isColor(color)) {
    const message = `“${color}” is a colour, not a picture.`;
    draft.report('invalid-property', entry, message, 'Name a file of the vault or an address.');
    return [];
  }
  const name = imageOf(entry.value);
  if (name === '' || !readAddress(name)) return [];
  return [linkNode(name, `[[${name}]]`, entry, draft)];
}

/** A value as nodes. Links in texts are read; other Markdown only in descriptions. */
export function contentOf(
  value: PropertyValue,
  entry: FrontMatterEntry,
  draft: ObsidianDraft,
): PhrasingContent[] {
  if (Array.isArray(value)) {
    const items = value
      .map((item) => contentOf(item, entry, draft))
      .filter((item) => item.length > 0);
    return items.flatMap((item, index) =>
      index > 0 ? [{ type: 'text', value: ', ' }, ...item] : item,
    );
  }
  if (value === null || value === '') return [];
  if (typeof value !== 'string') return [{ type: 'text', value: String(value) }];
  if (/^https?:\/\/\S+$/u.test(value)) {
    return [{ type: 'link', url: value, children: [{ type: 'text', value }] }];
  }
  return value.split(/(!?\[\[[^\]]+\]\])/u).flatMap((part, index): PhrasingContent[] => {
    if (index % 2 === 1) return [linkNode(part.replace(/^!?\[\[|\]\]$/gu, ''), part, entry, draft)];
    if (part === '') return [];
    const { line, column } = entry;
    addShownNames(part, draft, () => ({ line, column }));
    return proseKeys.has(entry.key.toLowerCase())
      ? proseNodes(part)
      : [{ type: 'text', value: part }];
  });
}

function linkNode(
  inner: string,
  source: string,
  entry: FrontMatterEntry,
  draft: ObsidianDraft,
): PhrasingContent {
  const reference = readWikiReference(inner);
  const label = reference.parts.join('|');
  const at = draft.source.indexOf(source, entry.offset);
  const place = at >= 0 && at < entry.offset + entry.source.length ? draft.positionAt(at) : entry;
  const link = draft.addLink({
    kind: 'property',
    by: 'path',
    name: reference.name,
    anchor: reference.anchor,
    label,
    source,
    line: place.line,
    column: place.column,
  });
  const shown = label || defaultLabel(reference);
  draft.setContext(link, { before: '', text: '', after: '', fragment: '' });
  return { type: 'noteLink', link, children: [{ type: 'text', value: shown }] };
}
