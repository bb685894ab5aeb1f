import { beforeAll, expect, test } from 'vitest';
import type { Diagram } from '../../garden/note.ts';
import { readDiagram } from '../../garden/parse/diagram/read-diagram.ts';
import { diagramFigure } from '../../garden/render/diagram/figure.ts';
import { standaloneSvg } from '../../garden/render/diagram/standalone.ts';
import { injections } from './fixtures/injections.ts';
import { createPainter, type Painter } from './painter.ts';

/** What would run, load or leave the figure, in an attribute, in a style or as an element. */
const unsafe =
  /<(?:script|iframe|object|embed|img|image|form|input|link|meta|base|foreignObject[^>]*src)\b|<[^>]*\son\w+\s*=|(?:javascript|vbscript|data):|url\(\s*["']?(?!#)|@import|position\s*:|evil\.example/i;

let painter: Painter;

beforeAll(async () => {
  painter = await createPainter();
}, 60_000);

test.each(injections)(
  '%s leaves nothing in the figure',
  async (_, original) => {
    const { source } = readDiagram(original);
    const drawing = await painter.paint(source);
    const diagram: Diagram = {
      ...{ language: 'mermaid', source, original: '', links: [], heading: '', line: 1, column: 1 },
    };
    const figure = diagramFigure(diagram, drawing, [], { index: 0, base: '/', lang: 'en' });
    const shown = drawing.kind === 'drawn' ? figure + standaloneSvg(drawing) : figure;
    const tags = shown.match(/<[^>]*>|<style>.*?<\/style>/gs)?.join('\n') ?? '';
    expect(tags.match(unsafe)?.[0] ?? null).toBeNull();
  },
  30_000,
);

test('rules of a drawing reach nothing outside of it', async () => {
  const drawing = await painter.paint(
    '%%{init: {"themeCSS": "} body { display: none } .x {"}}%%\nflowchart LR\n  A --> B',
  );
  const css =
    drawing.kind === 'drawn' ? (/<style>(.*)<\/style>/s.exec(drawing.svg)?.[1] ?? '') : '';
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].flatMap((match) => match[1]?.split(',') ?? []);
  const id = drawing.kind === 'drawn' ? drawing.id : '';
  expect(selectors.length).toBeGreaterThan(0);
  expect(selectors.filter((selector) => !selector.startsWith(`#${id}`))).toEqual([]);
});
