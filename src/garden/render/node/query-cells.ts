/** The cells of one row of a query. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { GardenNote } from '../../garden.ts';
import type { Property } from '../../note.ts';
import { queryField } from '../../resolve/query/field.ts';
import type { QueryRow } from '../../resolve/query/query-row.ts';
import { addressOf, isMediaAddress, schemeOf } from '../address.ts';
import { tagLinks } from '../page/page-links.ts';
import { withoutPrivateNames } from '../privacy.ts';
import { contextFor, type RenderContext } from '../render-context.ts';
import { plainValue, propertyValue } from './block-properties.ts';
import { firstLineOf } from './first-line.ts';
import { ownPicture, picture } from './images.ts';
import { taskMark } from './tasks.ts';

const titleKeys = new Set(['title', 'page', 'name', 'file.link', 'file.name', 'file.basename']);
const blockKeys = new Set(['block', 'content', 'text']);
const tagKeys = new Set(['tags', 'file.tags', 'file.etags', 'page-tags']);

/** The row as one line: a note's title, or a block's task and first line with its note. */
export function rowLine(context: RenderContext, row: QueryRow): ElementContent[] {
  const entry = context.rendering.garden.notes.get(row.id);
  if (entry === undefined) return [];
  if (row.block === null) return [titleLink(context, entry, '')];
  return [
    ...blockLine(context, entry, row.block),
    { type: 'text', value: ' ' },
    h('small', [titleLink(context, entry, entry.note.blocks[row.block]?.fragment ?? '')]),
  ];
}

/** A column's value in this row, with its links and with private names redacted. */
export function queryCell(context: RenderContext, row: QueryRow, column: string): ElementContent[] {
  const { garden } = context.rendering;
  const entry = garden.notes.get(row.id);
  if (entry === undefined) return [];
  const key = column.trim().toLowerCase();
  const block = row.block === null ? undefined : entry.note.blocks[row.block];
  if (titleKeys.has(key)) return [titleLink(context, entry, block?.fragment ?? '')];
  if (blockKeys.has(key) && row.block !== null) return blockLine(context, entry, row.block);
  if (tagKeys.has(key)) return tagList(context, entry);
  const properties = [...(block?.properties ?? []), ...entry.note.properties];
  const property = properties.find((candidate) => isNamed(candidate, key));
  if (property !== undefined) return propertyValue(contextOf(context, entry), property);
  const value = plainValue(queryField(garden, row, column));
  if (value.trim() === '') return [];
  return [{ type: 'text', value: withoutPrivateNames(garden, entry, value) }];
}

/** The image that the row's property `key` names: a file of the garden, or an address. */
export function cardPicture(
  context: RenderContext,
  row: QueryRow,
  key: string | undefined,
): Element[] {
  const { garden } = context.rendering;
  const entry = garden.notes.get(row.id);
  const property = entry?.note.properties.find((each) => key !== undefined && isNamed(each, key));
  if (entry === undefined || property === undefined) return [];
  const first = property.content[0];
  const link = first !== undefined && 'link' in first ? first.link : null;
  const target = link === null ? undefined : entry.targets[link];
  if (target?.kind === 'asset') {
    const served = garden.assets.get(target.path);
    return served ? [picture({ ...ownPicture(garden, served), alt: '' })] : [];
  }
  const src = plainValue(property.value);
  return schemeOf(src) !== '' && isMediaAddress(src) ? [picture({ src, alt: '' })] : [];
}

function isNamed(property: Property, key: string): boolean {
  const name = property.key.toLowerCase().replace(/[_\s]/g, '-');
  return name === key.replace(/^note\./, '').replace(/[_\s]/g, '-');
}

function contextOf(context: RenderContext, entry: GardenNote): RenderContext {
  return contextFor(context.rendering, entry, {
    trail: [...context.trail, 'query'],
    prefix: 'query-',
  });
}

function titleLink(context: RenderContext, entry: GardenNote, fragment: string): Element {
  const href = addressOf(context.rendering.garden, entry.permalink, fragment);
  return h('a.note-link', { href }, entry.note.title);
}

function blockLine(context: RenderContext, entry: GardenNote, index: number): ElementContent[] {
  const block = entry.note.blocks[index];
  if (block === undefined) return [];
  const line = firstLineOf(context, entry.id, block.fragment);
  if (block.task === null) return line;
  return [...taskMark(context, block.task), { type: 'text', value: ' ' }, ...line];
}

function tagList(context: RenderContext, entry: GardenNote): ElementContent[] {
  const { garden } = context.rendering;
  return tagLinks(garden, entry.note.tags).flatMap(({ title, permalink }) => [
    h('a.tag', { href: addressOf(garden, permalink) }, `#${title}`),
    { type: 'text', value: ' ' },
  ]);
}
