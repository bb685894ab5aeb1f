import type { DrawnDiagram } from '../../drawing.ts';
import { escapeHtml } from '../../escape.ts';
import { fontFamily } from './font-family.ts';
import { colors, isColor } from './palette.ts';
import { withoutReferences } from './references.ts';

/** Address of the drawing's own file, below the site's base: '/diagrams/0123456789.svg'. */
export function standaloneAddress(drawing: DrawnDiagram): string {
  return `/diagrams/${drawing.id.replace('diagram-', '')}.svg`;
}

/**
 * The drawing as a separate SVG file that follows the reader's light or dark scheme. It has no links,
 * since they differ between notes. It contains every name, so it must not be written where
 * `refersToPrivate` is true.
 */
export function standaloneSvg(drawing: DrawnDiagram): string {
  const used = [
    ...new Set(
      Array.from(drawing.svg.matchAll(/var\(--diagram-([\w-]+)\)/gu), (match) => match[1]),
    ),
  ];
  const variables = used
    .filter(isColor)
    .map((name) => `--diagram-${name}:light-dark(${colors[name]})`);
  const css = [
    'color-scheme:light dark',
    `background:light-dark(${colors.canvas})`,
    `font-family:${fontFamily}`,
    ...variables,
  ].join(';');
  const text = (name: string, content: string): string =>
    content === '' ? '' : `<${name}>${escapeHtml(content)}</${name}>`;
  const head = `${text('title', drawing.title)}${text('desc', drawing.description)}<style>#${drawing.id}{${css}}foreignObject{overflow:visible}</style>`;
  return `${withoutReferences(drawing.svg).replace(/^<svg[^>]*>/u, (tag) => tag + head)}\n`;
}
