/** Context of the node handlers: the page that is rendered, and the part of the note they are in. */
import type { ElementContent } from 'hast';
import type { Heading, Root } from 'mdast';
import type { Diagnostic } from '../diagnostic.ts';
import type { Drawing } from '../drawing.ts';
import type { Garden, GardenNote, Target } from '../garden.ts';
import type { NoteTexts } from '../interface-texts/note-texts.ts';
import type { Diagram, Link } from '../note.ts';
import type { FormulaSetter } from './formula/formula-setter.ts';
import type { Highlighter } from './highlighter.ts';
import type { MarkdownCopy } from './markdown/page-markdown.ts';

/** Sources of what rendering needs besides the garden. */
export interface Sources {
  /** The body of the note at this path. */
  body(path: string): Root;
  drawing(diagram: Diagram): Drawing;
  readonly highlighter: Highlighter;
  /** Makes the page's Markdown (`pageMarkdown`); null where nobody asks for it. */
  readonly copy: MarkdownCopy | null;
  /** Sets formulas that KaTeX cannot. */
  readonly formulas?: FormulaSetter | undefined;
}

/** State of one page while it is rendered, shared by all of its parts. */
export interface Rendering {
  readonly garden: Garden;
  readonly sources: Sources;
  readonly texts: NoteTexts;
  readonly lang: string;
  readonly diagnostics: Diagnostic[];
  /** Number of embeds rendered so far: makes their ids unique. */
  embeds: number;
  /** The formulas rendered so far, as HTML. */
  readonly formulas: string[];
  /** Number of diagrams rendered so far: makes their ids unique. */
  diagrams: number;
  /** Turns a part of a body into HTML nodes. */
  part(context: RenderContext, part: Root): ElementContent[];
}

/** The part of a note that is being rendered: a page's own body, or something embedded in it. */
export interface RenderContext {
  readonly rendering: Rendering;
  readonly entry: GardenNote;
  /** Id of the note that queries refer to as their own: for an embedded base the note that embeds it. */
  readonly queryNote: string;
  /** Prefix of every id, so that the ids of embedded copies are unique on the page. */
  readonly prefix: string;
  /** The nested embeds that are being rendered, outermost first, as `id#fragment`: detects cycles. */
  readonly trail: readonly string[];
  /** Added to every heading's depth. */
  readonly shift: number;
  /** The heading that only repeats the page's title, which is not shown. */
  readonly title: Heading | null;
  /** Language of the text around this point. */
  lang: string;
  /** Rendered depth of the nearest heading above. */
  level: number;
  /** Number of numbered blocks around this point of the outline. */
  numbered: number;
  /** Level of the outline: 1 at the top. */
  outline: number;
  /** Fragment of the block that is being rendered, '' outside blocks. */
  block: string;
  /** Whether the part contains authors' HTML. */
  html: boolean;
}

/** The context for rendering a note, or part of one, on the page. */
export function contextFor(
  rendering: Rendering,
  entry: GardenNote,
  rest: Partial<RenderContext> & Pick<RenderContext, 'trail'>,
): RenderContext {
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
  return { ...start, lang: entry.note.lang, queryNote: entry.id, ...rest, rendering, entry };
}

/** Link number `index` of the note, and its target. */
export function linkAt(
  context: RenderContext,
  index: number,
): { link: Link | null; target: Target } {
  return {
    link: context.entry.note.links[index] ?? null,
    target: context.entry.targets[index] ?? { kind: 'unresolved' },
  };
}
