/** Icons that scripts make. Those of pages: site/components/Icon.astro. */
import { type IconName, iconShapes } from './icon-shapes.ts';

/** An icon as wide as a line is high, in the colour of the text around it; it has no name of its own. */
export function icon(name: IconName): SVGElement {
  const attributes = {
    viewBox: '0 0 24 24',
    width: '1.25em',
    height: '1.25em',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.75',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', iconShapes[name]);
  svg.append(path);
  return svg;
}
