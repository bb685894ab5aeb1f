/**
 * The body of a note: an mdast tree with the garden's own nodes. Both dialects end in this tree.
 * Nodes that refer to something carry `link`, an index into the note's `links`.
 * A node's `data.fragment` is the id it gets on its page, so that links and embeds can find it.
 */
import type { BlockContent, DefinitionContent, Node, Parent, PhrasingContent, Root } from 'mdast';
import type { CitedItem } from './bibliography.ts';
import type { Expression, ExpressionQuery } from './expression.ts';
import type { Note, Property, Task } from './note.ts';
import type { Query } from './query.ts';

/** Result of `parseNote`: the note's facts, and its body as a tree. */
export interface ParsedNote {
  readonly note: Note;
  readonly body: Root;
}

/** A link to a note, heading, block, tag page or file; its children are the label. */
export interface NoteLink extends Parent {
  type: 'noteLink';
  link: number;
  /** The author's title, shown on hover. */
  title?: string;
  children: PhrasingContent[];
}

/** A tag as written in text, without '#'. */
export interface TagNode extends Node {
  type: 'tag';
  name: string;
  link: number;
}

/** Something shown in place: a note, a section, a block, an image, a video, a canvas. */
export interface Embed extends Node {
  type: 'embed';
  link: number;
  /** Size in CSS pixels as the author wrote it, or null. */
  width: number | null;
  height: number | null;
  /** Alternative text or caption. */
  alt: string;
  /** Options after the name: 'page=3', 'outline', a base's view, 'center'. */
  options: readonly string[];
  /** The author's title, shown on hover. */
  title?: string;
  /** Number of the PDF's page, where the embed is the picture of an area marked on it. */
  areaOf?: string;
}

/** A reference to a block that shows the block's first line, or the label in `children`. */
export interface BlockReference extends Parent {
  type: 'blockReference';
  link: number;
  children: PhrasingContent[];
}

export interface Highlight extends Parent {
  type: 'highlight';
  /**
   * A colour token or ''. 'red' is a background, 'text-red' the colour of the text, 'underline-red' a
   * line below it (Logseq's wrap plugin: `[[#red]]==x==`, `[[$red]]==x==`, `[[_red]]==x==`).
   */
  color: string;
  children: PhrasingContent[];
}

/** A callout or admonition; `kind` is the lower-case type as written. */
export interface Callout extends Parent {
  type: 'callout';
  kind: string;
  title: PhrasingContent[];
  fold: 'none' | 'open' | 'closed';
  children: (BlockContent | DefinitionContent)[];
}

/** A Logseq outline, or one level of it. */
export interface Outline extends Parent {
  type: 'outline';
  children: OutlineBlock[];
}

/** A block: its own content, then possibly one `outline` with its children. */
export interface OutlineBlock extends Parent {
  type: 'outlineBlock';
  /** Index in the note's `blocks`. */
  block: number;
  fragment: string;
  collapsed: boolean;
  /** Number in its run of numbered siblings, or null for a bullet. */
  ordinal: number | null;
  /** Heading size 1–6, or null. */
  heading: 1 | 2 | 3 | 4 | 5 | 6 | null;
  task: Task | null;
  /** A colour token or ''. */
  background: string;
  /** True for a flashcard: its children are the answer and stay folded until the reader opens them. */
  card?: boolean;
  properties: readonly Property[];
  children: (BlockContent | DefinitionContent)[];
}

/** Text that stays hidden until the reader reveals it: a cloze, the answer of a card. */
export interface Cloze extends Parent {
  type: 'cloze';
  cue: string;
  children: PhrasingContent[];
}

/** A video or post on another host: shown as a link until the reader loads it. */
export interface Media extends Node {
  type: 'media';
  /** 'youtube' | 'vimeo' | 'bilibili' | 'tweet' | 'video' | 'audio' | 'frame' */
  service: string;
  /** Address of the page on that service: https only. */
  url: string;
  title: string;
}

export interface QueryNode extends Node {
  type: 'query';
  title: string;
  query: Query;
  /** As written, for the notice where the query cannot be answered. */
  source: string;
}

/** A query of Dataview, or a view of a base. */
export interface ExpressionQueryNode extends Node {
  type: 'expressionQuery';
  title: string;
  query: ExpressionQuery;
  source: string;
}

/** A value in a line of text, computed when the page is rendered. */
export interface ExpressionValue extends Node {
  type: 'expressionValue';
  expression: Expression;
  source: string;
}

/**
 * A board (jsoncanvas.org): cards at fixed positions and arrows between them, drawn in the order of the
 * cards. Positions are CSS pixels from the board's upper left corner.
 */
export interface Canvas extends Parent {
  type: 'canvas';
  width: number;
  height: number;
  edges: readonly CanvasEdge[];
  children: CanvasCard[];
}

/** A card: a text's blocks, one embed of a note or file, one link to another site, or a group's frame. */
export interface CanvasCard extends Parent {
  type: 'canvasCard';
  id: string;
  kind: 'text' | 'file' | 'link' | 'group';
  x: number;
  y: number;
  width: number;
  height: number;
  /** A colour token ('red' …), '#rrggbb' or ''. */
  color: string;
  /** Name of a group, '' for others. */
  label: string;
  children: (BlockContent | DefinitionContent)[];
}

/** An arrow between two cards by their ids; a side is '' where the author does not choose one. */
export interface CanvasEdge {
  readonly from: string;
  readonly to: string;
  readonly fromSide: CanvasSide;
  readonly toSide: CanvasSide;
  readonly fromArrow: boolean;
  readonly toArrow: boolean;
  readonly label: string;
  readonly color: string;
}

export type CanvasSide = 'top' | 'right' | 'bottom' | 'left' | '';

/** Names works of the owner's bibliography. */
export interface Citation extends Node {
  type: 'citation';
  items: readonly CitedItem[];
  /** As written, for works that no bibliography has. */
  source: string;
}

/** Stands in for something that only the program can show: a message, with the source. */
export interface Notice extends Node {
  type: 'notice';
  /** One sentence in English; the site translates by `kind`. */
  message: string;
  kind: string;
  source: string;
  /** What of the source is not understood, as written. */
  part?: string;
}

/** What a plugin shows in place of a fence or a macro. */
export interface PluginPart extends Parent {
  type: 'pluginPart';
  plugin: string;
  /** HTML that the owner lets through unchanged; null where the children are shown. */
  html: string | null;
  /** Words for search; null for those of what is shown. */
  words: string | null;
  children: PhrasingContent[];
}
