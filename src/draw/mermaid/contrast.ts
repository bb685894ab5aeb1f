import { channel, isValid, luminance, rgba } from 'khroma';
import { colors, type Theme } from '../../garden/render/diagram/palette.ts';

const ratioNeeded = 4.5;

/** Contrast that text keeps on an area behind it: more, since an area is only a background. */
const calmRatio = 8;

/**
 * A diagram's source in which text keeps a contrast of 4.5:1 in a theme: where an author colours a
 * node, its text gets a colour if it has none, and another one if its own cannot be read there.
 * Areas behind sequence diagrams let as much of the page through as their text needs.
 */
export function readableSource(source: string, theme: Theme): string {
  return source
    .split('\n')
    .map((line) => readableStyle(readableArea(line, theme), theme))
    .join('\n');
}

const styleStatement = /^(\s*(?:classDef|style)\s+\S+\s+)(.+?)(;?\s*)$/u;
const linkStyle = /^(\s*linkStyle\s+[\w, ]+?\s+)((?:[\w-]+\s*:).+?)(;?\s*)$/u;

function readableStyle(line: string, theme: Theme): string {
  const isLink = linkStyle.test(line);
  const match = (isLink ? linkStyle : styleStatement).exec(line);
  if (!match) return line;
  const [, start = '', style = '', end = ''] = match;
  const declarations = style.split(/,(?![^(]*\))/u);
  const find = (name: string): string | undefined => declared(declarations, name);
  const color = find('color');
  const fill = isLink ? undefined : find('fill');
  if (color === undefined && fill === undefined) return line;
  const page = themed(isLink ? 'canvas' : 'node', theme);
  const readable =
    color === undefined ? inkOn(fill ?? page, theme) : readableColor(color, fill ?? page, theme);
  if (readable === null || readable === color) return line;
  const others = declarations.filter((declaration) => !/^\s*color\s*:/u.test(declaration));
  return `${start}${[...others, `color:${readable}`].join(',')}${end}`;
}

function declared(declarations: readonly string[], name: string): string | undefined {
  const found = declarations.find((text) => text.slice(0, text.indexOf(':')).trim() === name);
  return found
    ?.slice(found.indexOf(':') + 1)
    .replace(/!important/u, '')
    .trim();
}

/** Mermaid reads no hexadecimal colour for a box. */
const area =
  /^(\s*(?:rect\s+(?=#)|(?:rect|box)\s+(?!#)))((?:rgb|hsl)a?\([^)]*\)|#[0-9a-f]{3,8}\b|[a-z]+\b)(.*)$/iu;

/** Names are written as numbers, which both themes have: a drawing is one of two that differ in those only. */
function readableArea(line: string, theme: Theme): string {
  const [, start = '', color = '', rest = ''] = area.exec(line) ?? [];
  if (!isValid(color) || channel(color, 'a') === 0) return line;
  const ink = themed('ink', theme);
  const own = channel(color, 'a');
  let alpha = own;
  while (alpha > 0.05 && contrast(ink, withAlpha(color, alpha), theme) < calmRatio) alpha -= 0.05;
  const isName = /^[a-z]+$/iu.test(color);
  if (alpha === own && !isName) return line;
  const channels = (['r', 'g', 'b'] as const).map((name) => Math.round(channel(color, name)));
  return `${start}rgba(${channels.join(',')},${alpha.toFixed(2)})${rest}`;
}

/** The darker or the lighter ink, whichever can be read better on a fill. Null: not CSS. */
function inkOn(fill: string, theme: Theme): string | null {
  if (!isValid(fill)) return null;
  const [dark, light] = colors.ink;
  const ink = contrast(dark, fill, theme) > contrast(light, fill, theme) ? dark : light;
  return readableColor(ink, fill, theme);
}

/** The colour itself if it can be read on the fill; else the nearest to it that can. Null: not CSS. */
function readableColor(color: string, fill: string, theme: Theme): string | null {
  if (!isValid(color) || !isValid(fill)) return null;
  if (contrast(color, fill, theme) >= ratioNeeded) return color;
  const [black, white] = ['#000000', '#ffffff'];
  const goal = contrast(black, fill, theme) > contrast(white, fill, theme) ? black : white;
  for (let part = 0.1; part < 1; part += 0.1) {
    const mixed = mix(color, goal, part);
    if (contrast(mixed, fill, theme) >= ratioNeeded) return mixed;
  }
  return goal;
}

/** Contrast of opaque text on a fill that may let the page through, as WCAG defines it. */
export function contrast(color: string, fill: string, theme: Theme): number {
  const ground = mix(themed('canvas', theme), fill, channel(fill, 'a'));
  const [a, b] = [luminance(color), luminance(ground)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function mix(from: string, to: string, part: number): string {
  const at = (name: 'r' | 'g' | 'b'): number =>
    Math.round(channel(from, name) * (1 - part) + channel(to, name) * part);
  return rgba(at('r'), at('g'), at('b'), 1);
}

function withAlpha(color: string, alpha: number): string {
  return rgba(channel(color, 'r'), channel(color, 'g'), channel(color, 'b'), alpha);
}

function themed(name: keyof typeof colors, theme: Theme): string {
  return colors[name][theme === 'light' ? 0 : 1];
}
