/** Draws a picture as SVG. All text becomes outlines: no font of the system is used. */
import type { Card } from './card.ts';
import { drawGraph } from './draw-graph.ts';
import { drawable } from './drawable.ts';
import type { Palette } from './palette.ts';
import {
  type Block,
  type BlockStyle,
  type Brush,
  fittingStyle,
  lineWidth,
  tenth,
  textBlock,
  textLine,
} from './text-block.ts';
import type { Typeface, Weight } from './typeface.ts';

/** What every reader of Open Graph shows without cutting. */
const pictureSize = { width: 1200, height: 630 };

const margin = 76;
/** The column of text beside a graph, and without one. */
const columns = { beside: 680, alone: pictureSize.width - 2 * margin };
const graphCircle = { x: 952, y: 322, radius: 176 };
/** The site's mark, on a grid of 24. */
const leaf = 'M5 19c0-9 5-14 15-14 0 10-5 15-13 13M5 20c2-5 5-8 9-10';
const tagStyle = { size: 22, weight: 400, colour: 'muted' } as const;

/** The SVG of a picture, 1200 × 630. */
export function drawCard(card: Card, typeface: Typeface, palette: Palette): string {
  const { width, height } = pictureSize;
  const brush = { lang: card.lang, typeface, palette };
  const hasGraph = card.graph.points.length > 0;
  const body = [
    hasGraph ? drawGraph(card.graph, graphCircle, palette) : '',
    drawBrand(card.garden, brush),
    drawColumn(card, hasGraph ? columns.beside : columns.alone, brush),
    drawTags(card.tags, brush),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<path fill="${palette.paper}" d="M0 0h${width}v${height}H0z"/>` +
    `<path fill="${palette.accent}" d="M0 ${height - 10}h${width}v10H0z"/>${body.join('')}</svg>`
  );
}

/** The leaf and the garden's title; the picture of the whole garden has the leaf alone. */
function drawBrand(garden: string, brush: Brush): string {
  const style = { size: 28, weight: 600, colour: 'ink' } as const;
  const name = shown(garden, 600, brush);
  return (
    `<path transform="translate(${margin - 7} 62) scale(1.7)" d="${leaf}" fill="none" ` +
    `stroke="${brush.palette.accent}" stroke-width="1.75" stroke-linecap="round" ` +
    `stroke-linejoin="round"/>${textLine(name, { x: margin + 46, y: 92 }, style, brush)}`
  );
}

/** Crumbs, title and description, in the middle of the height between the name and the tags. */
function drawColumn(card: Card, width: number, brush: Brush): string {
  const blocks = [...crumbs(card, width, brush), ...titleAndDescription(card, width, brush)];
  const height = blocks.reduce((sum, block) => sum + block.height, 0);
  let top = 322 - height / 2;
  const drawn: string[] = [];
  for (const block of blocks) {
    drawn.push(block.draw(margin, top));
    top += block.height;
  }
  return drawn.join('');
}

function crumbs(card: Card, width: number, brush: Brush): Block[] {
  const text = shown(card.crumbs.join(' / '), 400, brush);
  if (text === '') return [];
  const style = { size: 26, weight: 400, colour: 'muted', most: 1, leading: 1.9 } as const;
  return [textBlock(text, { ...style, width, even: false }, brush)];
}

function titleAndDescription(card: Card, width: number, brush: Brush): Block[] {
  // A title of which no font has anything gives way to the garden's.
  const title = shown(card.title, 600, brush) || shown(card.garden, 600, brush);
  const head = textBlock(title, fittingStyle(title, titleStyles(width), brush), brush);
  const description = shown(card.description, 400, brush);
  if (description === '') return [head];
  const style = { size: 29, weight: 400, colour: 'muted', leading: 1.5 } as const;
  const most = head.height > 170 ? 2 : 3;
  const gap = { height: 22, draw: () => '' };
  return [head, gap, textBlock(description, { ...style, width, most, even: false }, brush)];
}

/** Titles, the largest first, with the number of lines that each size may take. */
function titleStyles(width: number): [BlockStyle, ...BlockStyle[]] {
  const style = { weight: 600, colour: 'ink-strong', leading: 1.18, width, even: true } as const;
  return [
    { ...style, size: 88, most: 1 },
    { ...style, size: 76, most: 2 },
    { ...style, size: 64, most: 3 },
    { ...style, size: 54, most: 3 },
    { ...style, size: 48, most: 3 },
  ];
}

/** Tags as the site shows them, as many as one row holds. */
function drawTags(tags: readonly string[], brush: Brush): string {
  const drawn: string[] = [];
  let x = margin;
  for (const tag of tags) {
    const text = shown(tag, tagStyle.weight, brush);
    const width = lineWidth(text, tagStyle, brush) + 36;
    if (text === '' || x + width > margin + columns.alone) continue;
    drawn.push(
      `<rect x="${tenth(x)}" y="530" width="${tenth(width)}" height="42" rx="21" fill="${brush.palette.surface}"/>`,
      textLine(text, { x: x + 18, y: 558.5 }, tagStyle, brush),
    );
    x += width + 12;
  }
  return drawn.join('');
}

function shown(text: string, weight: Weight, { lang, typeface }: Brush): string {
  return drawable(text, { weight, lang }, typeface);
}
