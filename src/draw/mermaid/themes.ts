import { type Color, colors } from '../../garden/render/diagram/palette.ts';

/** A CSS colour in mermaid's output. A '#' that begins an id selector is none. */
const cssColor =
  /#[0-9a-f]{3,8}\b(?![^{}<>"]*\{)|\b(?:rgb|hsl)a?\([^)]*\)|(?<=[:"\s])(?:white|black|gr[ae]y|lightgr[ae]y|navy|red)(?=[;"\s}!])/giu;

const names = new Map<string, Color>(
  Object.entries(colors).map(([name, [light, dark]]) => [`${light} ${dark}`, name as Color]),
);

/**
 * One SVG out of two that differ in colours only. A pair of the palette becomes a variable that the
 * site's style sheet defines; any other pair carries both colours itself. Throws when the two differ
 * in more than colours: then mermaid has drawn something from a theme that it should not.
 */
export function mergeThemes(light: string, dark: string): string {
  const darkColors = dark.match(cssColor) ?? [];
  if (light.replace(cssColor, '') !== dark.replace(cssColor, '')) {
    throw new Error('The light and the dark drawing differ in more than colours.');
  }
  let index = 0;
  return light.replace(cssColor, (color) => themedColor(color, darkColors[index++] ?? color));
}

/** A CSS value that is `light` or `dark` by the page's theme. */
function themedColor(light: string, dark: string): string {
  const pair = [light.toLowerCase(), dark.toLowerCase()];
  if (pair[0] === pair[1]) return light;
  const name = names.get(pair.join(' '));
  return name ? `var(--diagram-${name})` : `light-dark(${pair.join(',')})`;
}
