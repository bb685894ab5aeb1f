import type { Drawing, DrawnDiagram, FailedDiagram } from '../../drawing.ts';
import { escapeHtml } from '../../escape.ts';
import type { DiagramTexts } from '../../interface-texts/diagram-texts.ts';
import { diagramTextsFor } from '../../interface-texts/diagram-texts.ts';
import type { Diagram } from '../../note.ts';
import { type FigureLink, resolveSvg, resolveText } from './references.ts';
import { standaloneAddress } from './standalone.ts';

/** Number of the figure on its page, the site's base ('/', '/garden/') and the page's language. */
export interface FigureContext {
  readonly index: number;
  readonly base: string;
  readonly lang: string;
}

/**
 * The HTML of a diagram: the drawing with its links, a text alternative, its source, and a link to
 * the drawing in a file of its own; or, where it cannot be drawn, what is wrong and the source.
 * @param links One for each reference, in the order of the diagram's marks.
 */
export function diagramFigure(
  diagram: Diagram,
  drawing: Drawing,
  links: readonly FigureLink[],
  context: FigureContext,
): string {
  const texts = diagramTextsFor(context.lang);
  if (drawing.kind === 'failed') return failedFigure(diagram, drawing, links, texts);
  const id = `${drawing.id}-${context.index}`;
  const title = drawing.title || diagram.heading || texts.diagram;
  const described = drawing.description === '' ? '' : ` aria-describedby="${id}-description"`;
  const svg = resolveSvg(drawing.svg, links, context.base)
    .replaceAll(drawing.id, id)
    // A picture hides what is in it; links must not be hidden.
    .replace(
      '<svg ',
      `<svg role="${hasLinks(drawing, links) ? 'group' : 'img'}" aria-labelledby="${id}-title"${described} `,
    );
  const shown = drawing.title === '' ? ' class="diagram-heading"' : ' class="diagram-title"';
  return [
    `<figure class="diagram" style="--diagram-width:${drawing.width}px">`,
    `<div class="diagram-scroll" role="group" tabindex="0" aria-labelledby="${id}-title">${svg}</div>`,
    textAlternative(drawing, links, id),
    '<div class="diagram-bar">',
    `<span${shown} id="${id}-title">${escapeHtml(title)}</span>`,
    tools(diagram, drawing, links, context, texts),
    '</div></figure>',
  ].join('');
}

/**
 * A diagram as plain text for search: title, description and relations, one per line. Names of private
 * notes are redacted.
 */
export function diagramText(drawing: Drawing, links: readonly FigureLink[]): string {
  if (drawing.kind === 'failed') return '';
  const relations = drawing.relations.map((relation) => resolveText(relation, links));
  return [drawing.title, drawing.description, ...relations]
    .filter((text) => text !== '')
    .join('\n');
}

/** A diagram's source as its figure shows it; '' where it names an unpublished note. */
export function diagramSource(diagram: Diagram, links: readonly FigureLink[]): string {
  return refersToPrivate(links) ? '' : diagram.original;
}

/** Whether a diagram refers to an unpublished note: then its source is not shown. */
function refersToPrivate(links: readonly { readonly kind: string }[]): boolean {
  return links.some(({ kind }) => kind === 'private');
}

function hasLinks(drawing: DrawnDiagram, links: readonly FigureLink[]): boolean {
  return links.some(({ href }) => href !== null) || /<a [^>]*href=/u.test(drawing.svg);
}

function textAlternative(drawing: DrawnDiagram, links: readonly FigureLink[], id: string): string {
  const description =
    drawing.description === ''
      ? ''
      : `<p id="${id}-description">${escapeHtml(drawing.description)}</p>`;
  const items = drawing.relations.map(
    (relation) => `<li>${escapeHtml(resolveText(relation, links))}</li>`,
  );
  const list = items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
  return description + list === '' ? '' : `<div class="diagram-text">${description}${list}</div>`;
}

function tools(
  diagram: Diagram,
  drawing: DrawnDiagram,
  links: readonly FigureLink[],
  context: FigureContext,
  texts: DiagramTexts,
): string {
  if (refersToPrivate(links)) return '';
  const address = context.base + standaloneAddress(drawing).slice(1);
  return `<a class="diagram-enlarge" href="${escapeHtml(address)}">${texts.enlarge}</a>${sourceDetails(diagram, texts)}`;
}

function failedFigure(
  diagram: Diagram,
  drawing: FailedDiagram,
  links: readonly FigureLink[],
  texts: DiagramTexts,
): string {
  const line = drawing.line === null ? '' : ` (${texts.line} ${drawing.line})`;
  const source = refersToPrivate(links) ? '' : sourceBlock(diagram);
  return [
    '<figure class="diagram diagram-failed">',
    `<p class="diagram-message"><strong>${texts.failed}${line}</strong> ${escapeHtml(drawing.message)}</p>`,
    `${source}</figure>`,
  ].join('');
}

function sourceDetails(diagram: Diagram, texts: DiagramTexts): string {
  return `<details class="diagram-source"><summary>${texts.source}</summary>${sourceBlock(diagram)}</details>`;
}

function sourceBlock(diagram: Diagram): string {
  return `<pre tabindex="0"><code>${escapeHtml(diagram.original)}</code></pre>`;
}
