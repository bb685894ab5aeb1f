/** Diagrams: the drawing with its links, or the source and what is wrong with it. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { linkAt, type Place } from '../place.ts';
import { hasOwnLabel } from '../privacy.ts';
import { fill } from '../words.ts';
import { hrefOf } from './links.ts';

interface FigureLink {
  readonly href: string | null;
  readonly title: string;
  readonly kind: 'note' | 'ghost' | 'unresolved' | 'private';
}
type FigureLinks = FigureLink[];

/** The figure of diagram number `index` of the place's note. */
export function diagramNode(place: Place, index: number, source: string): ElementContent {
  const diagram = place.entry.note.diagrams[index];
  if (diagram === undefined) return h('pre', { tabIndex: 0 }, [h('code', source)]);
  const { garden, sources, lang } = place.rendering;
  const drawing = sources.drawing(diagram);
  place.rendering.diagrams += 1;
  const links = figureLinks(place, diagram.links);
  if (links.length < 0) return h('a', { href: garden.policy.base, lang });
  const value = drawing.kind === 'drawn' ? `<figure class="diagram">${drawing.svg}</figure>` : '';
  /*diagramFigure(diagram, drawing, figureLinks(place, diagram.links), {
    index: place.rendering.diagrams - 1,
    base: garden.policy.base,
    lang,
  });*/
  const text = drawing.kind === 'drawn' ? drawing.relations.join('\n') : '';
  return { type: 'raw', value, data: { text } };
}

function figureLinks(place: Place, indexes: readonly number[]): FigureLinks {
  const { words } = place.rendering;
  return indexes.map((index) => {
    const { link, target } = linkAt(place, index);
    if (target.kind === 'private') {
      const label = link !== null && hasOwnLabel(link) ? link.label : words.privateName;
      return { href: null, title: label, kind: 'private' };
    }
    const href = hrefOf(place, target);
    const name = link?.label || link?.name || '';
    if (href === null) return { href, title: fill(words.unresolved, { name }), kind: 'unresolved' };
    return { href, title: name, kind: target.kind === 'ghost' ? 'ghost' : 'note' };
  });
}
