/** Diagrams: the drawing with its links, or the source with the error. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Paragraph } from 'mdast';
import type { Drawing } from '../../drawing.ts';
import { escapeHtml } from '../../escape.ts';
import { fillIn } from '../../interface-texts/lookup.ts';
import { diagramFigure, diagramSource, diagramText } from '../diagram/figure.ts';
import { hasOwnLabel, htmlWithoutPrivateNames, withoutPrivateNames } from '../privacy.ts';
import { linkAt, type RenderContext } from '../render-context.ts';
import { hrefOf } from './links.ts';

type FigureLinks = Parameters<typeof diagramFigure>[2];

/** The figure of diagram number `index` of the note. */
export function diagramNode(context: RenderContext, index: number, source: string): ElementContent {
  const diagram = context.entry.note.diagrams[index];
  if (diagram === undefined) return h('pre', { tabIndex: 0 }, [h('code', source)]);
  const { garden, sources, lang } = context.rendering;
  const drawing = publicDrawing(context, sources.drawing(diagram), diagram.links);
  const links = figureLinks(context, diagram.links);
  const heading = withoutPrivateNames(garden, context.entry, diagram.heading);
  const figure = { index: context.rendering.diagrams, base: garden.policy.base, lang };
  context.rendering.diagrams += 1;
  const value = diagramFigure({ ...diagram, heading }, drawing, links, figure);
  const text = diagramText(drawing, links);
  const shown = diagramSource(diagram, links);
  const markdown =
    shown === ''
      ? paragraphs(text)
      : [{ type: 'code' as const, lang: diagram.language, value: shown }];
  return { type: 'raw', value, data: { text, markdown } };
}

/** The drawing without the names of private notes that it shows as they are written. */
function publicDrawing(
  context: RenderContext,
  drawing: Drawing,
  indexes: readonly number[],
): Drawing {
  const shown = indexes.flatMap((index) => {
    const { link, target } = linkAt(context, index);
    return link && target.kind === 'private' ? [link.source] : [];
  });
  if (drawing.kind === 'failed' || shown.length === 0) return drawing;
  const { garden } = context.rendering;
  const hide = (text: string) => withoutPrivateNames(garden, context.entry, text);
  let isStyle = false;
  const svg = drawing.svg.split(/(<[^>]*>)/u).map((part) => {
    if (!part.startsWith('<')) {
      return isStyle ? part : htmlWithoutPrivateNames(garden, context.entry, part);
    }
    isStyle = /^<style\b[^>]*[^/]?>$/u.test(part);
    return part.replace(/ (?:xlink:)?href="([^"]*)"/gu, (written, address: string) =>
      shown.some((source) => address.includes(escapeHtml(source))) ? '' : written,
    );
  });
  const { title, description, relations } = drawing;
  const texts = {
    title: hide(title),
    description: hide(description),
    relations: relations.map(hide),
  };
  return { ...drawing, ...texts, svg: svg.join('') };
}

/** A drawing as text, where its source must not be shown. */
function paragraphs(text: string): Paragraph[] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));
}

function figureLinks(context: RenderContext, indexes: readonly number[]): FigureLinks {
  const { texts } = context.rendering;
  return indexes.map((index) => {
    const { link, target } = linkAt(context, index);
    if (target.kind === 'private') {
      const label = link !== null && hasOwnLabel(link) ? link.label : texts.privateName;
      return { href: null, title: label, kind: 'private' };
    }
    const href = hrefOf(context, target);
    const name = link?.label || link?.name || '';
    if (href === null)
      return { href, title: fillIn(texts.unresolved, { name }), kind: 'unresolved' };
    return { href, title: name, kind: target.kind === 'ghost' ? 'ghost' : 'note' };
  });
}
