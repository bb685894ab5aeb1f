import type { Drawing, DrawnDiagram } from '../../garden/drawing.ts';
import { markLabel, readAddress, withoutMarks } from '../../garden/parse/diagram/marks.ts';
import { frontMatterEnd } from '../../garden/parse/diagram/read-diagram.ts';
import type { Theme } from '../../garden/render/diagram/palette.ts';
import { serialize } from '../../garden/render/diagram/serialize.ts';
import { installBrowser } from './browser.ts';
import { compact, usedRules } from './compact.ts';
import { readableSource } from './contrast.ts';
import { drawingId } from './drawing-key.ts';
import { decodeEntities } from './entities.ts';
import { readError } from './error-place.ts';
import { loadFont } from './layout/font.ts';
import { loadMermaid, type MermaidDrawer } from './mermaid.ts';
import { describeDiagram } from './relations.ts';
import { safeCss, sanitize } from './sanitize.ts';
import { numberIds } from './stable-ids.ts';
import { mergeThemes } from './themes.ts';

export interface Painter {
  /** Draws one diagram; what mermaid rejects comes back as 'failed', never as an exception. */
  paint(source: string): Promise<Drawing>;
}

/** Sets this thread up to draw. It sets the globals of a browser, so it belongs in a worker thread. */
export async function createPainter(): Promise<Painter> {
  const document = installBrowser(loadFont());
  const mermaid = await loadMermaid();
  return {
    async paint(source) {
      try {
        return await paint(mermaid, document, source);
      } catch (error) {
        return { kind: 'failed', ...readError(error, source) };
      }
    },
  };
}

async function paint(
  mermaid: MermaidDrawer,
  document: Document,
  source: string,
): Promise<DrawnDiagram> {
  const id = drawingId(source);
  const host = document.createElement('div');
  const draw = async (theme: Theme): Promise<SVGSVGElement> => {
    host.innerHTML = await mermaid.draw(readableSource(source, theme), theme, id);
    const svg = host.querySelector('svg');
    if (!svg) throw new Error('Mermaid drew nothing.');
    return svg;
  };
  const light = await draw('light');
  const title = ownText(light, 'title');
  const description = ownText(light, 'desc');
  const lightText = clean(light, id);
  host.innerHTML = mergeThemes(lightText, clean(await draw('dark'), id));
  const svg = host.querySelector('svg');
  if (!svg) throw new Error('Mermaid drew nothing.');
  const [width, height] = finish(svg, id);
  const diagram = await mermaid.parse(source);
  const database = diagram.db as { getAccTitle?(): string; getDiagramTitle?(): string };
  const ownTitle =
    title || database.getAccTitle?.() || writtenTitle(source) || database.getDiagramTitle?.() || '';
  return {
    kind: 'drawn',
    id,
    svg: serialize(svg),
    width,
    height,
    title: decodeEntities(withoutMarks(ownTitle)),
    description: decodeEntities(withoutMarks(description)),
    relations: describeDiagram(diagram, drawnTexts(svg)),
  };
}

/** Text of a drawing without whatever is unsafe, and without what differs from run to run. */
function clean(svg: SVGSVGElement, id: string): string {
  // The gantt chart's line for today would make yesterday's page differ from today's.
  for (const element of svg.querySelectorAll('title, desc, .today, .actorPopupMenu'))
    element.remove();
  carryLinks(svg);
  uncolorRows(svg);
  const sheet = svg.querySelector('style');
  if (sheet) sheet.textContent = safeCss(sheet.textContent ?? '');
  sanitize(svg, sheet);
  numberIds(svg, id);
  return serialize(svg);
}

/** Shrinks the drawing and gives it its natural size. */
function finish(svg: SVGSVGElement, id: string): [number, number] {
  svg.setAttribute('id', id);
  compact(svg);
  const sheet = svg.querySelector('style');
  if (sheet) sheet.textContent = usedRules(sheet.textContent ?? '', svg);
  const box = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/u).map(Number);
  const size: [number, number] = [Math.ceil(box[2] ?? 0), Math.ceil(box[3] ?? 0)];
  if (!size.every((length) => Number.isFinite(length) && length > 0)) {
    throw new Error('Mermaid drew a picture without a size.');
  }
  for (const { name } of [...svg.attributes]) {
    if (!['id', 'xmlns', 'viewBox'].includes(name)) svg.removeAttribute(name);
  }
  svg.setAttribute('width', String(size[0]));
  svg.setAttribute('height', String(size[1]));
  return size;
}

/** Text of a `<title>` or `<desc>` that mermaid made, which leaves the drawing: browsers show it as a tooltip. */
function ownText(svg: SVGSVGElement, name: string): string {
  const elements = [...svg.querySelectorAll(name)];
  const text =
    elements.find((element) => element.parentNode === (svg as Node))?.textContent?.trim() ?? '';
  for (const element of elements) element.remove();
  return text;
}

/** Mermaid drops the timeline's accTitle, and draws the front matter's title without reporting it. */
function writtenTitle(source: string): string {
  const body = frontMatterEnd(source);
  const described = /^[ \t]*accTitle[ \t]*:[ \t]*(.+)$/mu.exec(source.slice(body));
  const named = /^title:[ \t]*(["']?)(.+)\1[ \t]*$/mu.exec(source.slice(0, body));
  return (described?.[1] ?? named?.[2] ?? '').trim();
}

/** A style of an entity colours its name alone: the rows below keep the theme's fill, and their ink. */
function uncolorRows(svg: SVGSVGElement): void {
  const rows = ['type', 'name', 'keys', 'comment'].map((part) => `.attribute-${part}`).join();
  for (const row of svg.querySelectorAll(rows)) {
    for (const element of [row, ...row.querySelectorAll('[style]')]) {
      const style = element.getAttribute('style') ?? '';
      element.setAttribute('style', style.replace(/(^|;)\s*color\s*:[^;]*/gu, '$1'));
    }
  }
}

/**
 * Turns the addresses that references left into `data-link`, which the page replaces. Where a node's
 * text is the name of the note, the text is marked too: a private name must be distinguished from a label.
 */
function carryLinks(svg: SVGSVGElement): void {
  for (const anchor of svg.querySelectorAll('a')) {
    const address = anchor.getAttribute('xlink:href') ?? anchor.getAttribute('href') ?? '';
    const reference = readAddress(address);
    for (const name of ['xlink:href', 'href', 'target', 'rel']) anchor.removeAttribute(name);
    if (reference === null) anchor.setAttribute('href', address);
    else anchor.setAttribute('data-link', String(reference.index));
    if (reference?.kind === 'name') markTexts(anchor, reference.index);
  }
}

function markTexts(node: Node, index: number): void {
  for (const child of node.childNodes) {
    if (child.nodeType !== 3) markTexts(child, index);
    else if (child.nodeValue?.trim()) child.nodeValue = markLabel(index, child.nodeValue);
  }
}

/** Texts of the drawing in order, those of one label together. */
function drawnTexts(svg: SVGSVGElement): string[] {
  const labels = [...svg.querySelectorAll('text, foreignobject, foreignObject')];
  return labels.map((label) => spacedText(label).trim()).filter((text) => text !== '');
}

/** The source of a formula is in the relations; its signs in a row would say something else. */
function spacedText(element: Node): string {
  if (element.nodeType === 3) return element.nodeValue ?? '';
  if (/^math$/iu.test(element.nodeName)) return '';
  const text = [...element.childNodes].map(spacedText).join('');
  return /^(?:br|p|tspan|div)$/iu.test(element.nodeName) ? `${text} ` : text;
}
