/** Properties of blocks and notes. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Property, PropertyValue } from '../../note.ts';
import { publicWords, withoutPrivateNames } from '../privacy.ts';
import type { RenderContext } from '../render-context.ts';

/** A list of the properties that are shown; empty where there are none. */
export function blockProperties(
  context: RenderContext,
  properties: readonly Property[],
): Element[] {
  const shown = properties.filter((property) => property.shown);
  if (shown.length === 0) return [];
  const rows = shown.map((property) =>
    h('div', [
      h('dt', publicWords(context, property.key)),
      h('dd', propertyValue(context, property)),
    ]),
  );
  return [h('dl.properties', rows)];
}

/** A property's value as nodes, with its links where it has any. */
export function propertyValue(context: RenderContext, property: Property): ElementContent[] {
  const hide = (text: string) => withoutPrivateNames(context.rendering.garden, context.entry, text);
  if (property.content.length === 0) {
    return [{ type: 'text', value: hide(plainValue(property.value)) }];
  }
  const children = property.content.map((node) =>
    node.type === 'text' ? { ...node, value: hide(node.value) } : node,
  );
  const [first] = context.rendering.part(context, {
    type: 'root',
    children: [{ type: 'paragraph', children }],
  });
  return first?.type === 'element' ? first.children : [];
}

/** A value as plain text. */
export function plainValue(value: PropertyValue): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.map(plainValue).join(', ') : String(value);
}
