/**
 * SVG and MathML that authors write in their notes: shapes, text and formulas, without scripts,
 * animations, styles for the page, and addresses outside of the drawing.
 */
import type { Element, Properties } from 'hast';
import { h } from 'hastscript';

const svgNames = (
  'svg g path rect circle ellipse line polyline polygon text tspan textPath defs use symbol marker ' +
  'linearGradient radialGradient stop clipPath mask pattern filter title desc image foreignObject switch ' +
  'feGaussianBlur feOffset feFlood feComposite feMerge feMergeNode feBlend feColorMatrix feDropShadow'
).split(' ');

const mathNames = (
  'math semantics mrow mi mo mn mtext ms mspace msup msub msubsup mfrac msqrt mroot munder mover ' +
  'munderover mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom menclose merror'
).split(' ');

const svgAttributes = (
  'viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points width height ' +
  'transform fill fillOpacity fillRule stroke strokeWidth strokeDashArray strokeDashOffset ' +
  'strokeLineCap strokeLineJoin strokeMiterLimit strokeOpacity opacity color fontSize fontFamily ' +
  'fontWeight fontStyle textAnchor dominantBaseline alignmentBaseline textDecoration letterSpacing ' +
  'textLength lengthAdjust startOffset rotate markerStart markerMid markerEnd markerWidth ' +
  'markerHeight markerUnits refX refY orient offset stopColor stopOpacity gradientUnits ' +
  'gradientTransform spreadMethod clipPath clipRule clipPathUnits mask maskUnits patternUnits ' +
  'patternTransform patternContentUnits filter stdDeviation in in2 result operator floodColor ' +
  'floodOpacity mode values type vectorEffect shapeRendering role ariaLabelledBy href'
).split(' ');

const mathAttributes = (
  'display mathVariant columnAlign rowAlign rowSpacing columnSpacing columnLines rowLines ' +
  'displayStyle scriptLevel stretchy fence separator accent lspace rspace linethickness notation ' +
  'columnSpan rowSpan mathColor mathBackground'
)
  .split(' ')
  .flatMap((name) => [name, name.toLowerCase()]);

/** Tag names as they stand in the tree, and the attributes that each may have. */
export const drawnTags: readonly string[] = [...svgNames, ...mathNames];
export const drawnAttributes: Readonly<Record<string, string[]>> = Object.fromEntries([
  ...svgNames.map((name) => [name, svgAttributes] as const),
  ...mathNames.map((name) => [name, mathAttributes] as const),
]);

const svg = new Set(svgNames);

/**
 * Where a name such as `<path>` is an element, not a placeholder in a text: inside of `<svg>` or
 * `<math>`. Returns a test on indexes in the HTML.
 */
export function drawnRanges(html: string): (index: number) => boolean {
  if (!/<(?:svg|math)\b/i.test(html)) return () => false;
  const ranges = [...html.matchAll(/<(svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)/gi)].map(
    ({ 0: text, index }) => [index, index + text.length] as const,
  );
  return (index) => ranges.some(([start, end]) => index >= start && index < end);
}

/** The start tag of the drawing that is open at the end of a piece of HTML; '' for none. */
export function openDrawing(html: string): string {
  const tag = [...html.matchAll(/<(\/?)(svg|math)\b[^<>]*>/gi)].at(-1);
  return tag?.[1] === '' && !tag[0].endsWith('/>') ? `<${tag[2]}>` : '';
}

/**
 * The attributes of a drawing's element with its own places under the names that `prefix` gives them,
 * and without addresses: a picture or style from elsewhere would tell another host of the reader.
 */
export function drawnProperties(
  tagName: string,
  properties: Properties,
  prefix: string,
): Properties {
  if (!svg.has(tagName)) return properties;
  if (tagName === 'image') return properties;
  const { xLinkHref, ...own } = properties;
  const href = own['href'] ?? xLinkHref;
  const kept = Object.entries({ ...own, href }).map(([name, value]) => {
    return [name, typeof value === 'string' ? ownPlace(name, value, prefix) : value] as const;
  });
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined && value !== null));
}

/** What an element stands in: the page, a drawing, or a text of a drawing. */
export type Place = 'page' | 'drawing' | 'text';

/** What the children of an element stand in. */
export function placeIn(tagName: string, place: Place): Place {
  if (tagName === 'svg') return 'drawing';
  if (tagName === 'foreignObject') return 'page';
  return place === 'drawing' && tagName === 'text' ? 'text' : place;
}

/**
 * A link that leads nowhere, as a part of its drawing: an element of HTML would end the drawing in browsers. Its
 * tip is the title of that part.
 */
export function asDrawn(element: Element, place: Place): Element {
  if (place === 'page' || element.tagName !== 'span') return element;
  const { title, ...properties } = element.properties;
  const tip = typeof title === 'string' ? [h('title', title)] : [];
  const tagName = place === 'text' ? 'tspan' : 'g';
  return { ...element, tagName, properties, children: [...tip, ...element.children] };
}

const reference = /^\s*url\(\s*["']?#([\w.:-]+)["']?\s*\)\s*([\w#]*)\s*$/i;

function ownPlace(name: string, value: string, prefix: string): string | undefined {
  if (name === 'href') return value.startsWith('#') ? `#${prefix}${value.slice(1)}` : undefined;
  if (!/url\s*\(/i.test(value)) return value;
  const [, id, colour = ''] = reference.exec(value) ?? [];
  return id === undefined ? undefined : `url(#${prefix}${id}) ${colour}`.trimEnd();
}
