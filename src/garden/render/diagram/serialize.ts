import { escapeHtml } from '../../escape.ts';
import { ownValue } from '../../own-value.ts';

const svgCase: Readonly<Record<string, string>> = Object.fromEntries(
  'foreignObject linearGradient radialGradient clipPath feDropShadow feGaussianBlur feOffset feFlood feComposite feMerge feMergeNode'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

const htmlVoid = new Set(['br', 'img', 'hr']);

/**
 * Serializes an SVG element so that it is valid both in an HTML page and as a separate file: names in
 * their case, empty SVG elements and `<br/>` closed, everything escaped for both.
 */
export function serialize(element: Element, inHtml = false): string {
  const tag = element.localName.toLowerCase();
  const name = ownValue(svgCase, tag) ?? tag;
  const attributes = [...element.attributes]
    .map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
  const html = inHtml || tag === 'foreignobject';
  const content = [...element.childNodes].map((child) => serializeChild(child, html, tag)).join('');
  if (content === '' && (!inHtml || htmlVoid.has(tag))) return `<${name}${attributes}/>`;
  return `<${name}${attributes}>${content}</${name}>`;
}

function serializeChild(child: ChildNode, inHtml: boolean, parent: string): string {
  if (child.nodeType === 1) return serialize(child as Element, inHtml);
  if (child.nodeType !== 3) return '';
  const text = child.nodeValue ?? '';
  // CSS is text in both: a '>' stays, and what could end the element was removed before.
  return parent === 'style' ? text : escapeHtml(text);
}
