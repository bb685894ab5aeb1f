/** What the handlers of a body know: the page being made, and the part of which note they stand in. */
import type { ElementContent } from 'hast';
import type { Heading, Root } from 'mdast';
import type { Diagnostic } from '../diagnostic.ts';
import type { Drawing } from '../drawing.ts';
import type { Garden, GardenNote, Target } from '../garden.ts';
import type { NoteTexts } from '../interface-texts/note-texts.ts';
import type { Diagram, Link } from '../note.ts';
import type { Highlighter } from './highlighter.ts';

/** Where rendering gets what the garden itself does not hold. */
export interface Sources {
  /** The body of the note at this path. */
  body(path: string): Root;
  drawing(diagram: Diagram): Drawing;
  readonly highlighter: Highlighter;
}

/** A page in the making: shared by all of its parts. */
export interface Rendering {
  readonly garden: Garden;
  readonly sources: Sources;
  readonly texts: NoteTexts;
  readonly lang: string;
  readonly diagnostics: Diagnostic[];
  /** Embeds shown so far: numbers their ids. */
  embeds: number;
  /** The formulas met so far, as HTML. */
  readonly formulas: string[];
  /** Diagrams shown so far: numbers them on the page. */
  diagrams: number;
  /** Turns a part of a body into HTML nodes. */
  part(place: Place, part: Root): ElementContent[];
}

/** The part of a note that is being rendered: a page's own body, or something embedded in it. */
export interface Place {
  readonly rendering: Rendering;
  readonly entry: GardenNote;
  /** Id of the note that queries ask for: an embedded base asks for the note that embeds it. */
  readonly asker: string;
  /** Put before every id, so that embedded copies stay unique on the page. */
  readonly prefix: string;
  /** What is being shown, outermost first, as `id#fragment`: guards against cycles. */
  readonly trail: readonly string[];
  /** Added to every heading's depth. */
  readonly shift: number;
  /** The heading that only repeats the page's title: not shown again. */
  readonly title: Heading | null;
  /** Depth (as shown) of the nearest heading above. */
  level: number;
  /** How many numbered blocks enclose this point of the outline. */
  numbered: number;
  /** Level of the outline: 1 at the top. */
  outline: number;
  /** Fragment of the block that is being rendered, '' outside blocks. */
  block: string;
  /** Whether authors' HTML has been met. */
  html: boolean;
}

/** A fresh place for showing (part of) a note on the page. */
export function placeFor(
  rendering: Rendering,
  entry: GardenNote,
  rest: Partial<Place> & Pick<Place, 'trail'>,
): Place {
  const start = {
    prefix: '',
    shift: 0,
    title: null,
    level: 1,
    numbered: 0,
    outline: 0,
    block: '',
    html: false,
  };
  return { ...start, asker: entry.id, ...rest, rendering, entry };
}

/** Where link number `index` of the place's note leads, and the link as written. */
export function linkAt(place: Place, index: number): { link: Link | null; target: Target } {
  return {
    link: place.entry.note.links[index] ?? null,
    target: place.entry.targets[index] ?? { kind: 'unresolved' },
  };
}
