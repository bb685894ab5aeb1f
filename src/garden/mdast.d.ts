/** The garden's nodes among those of mdast. */
import type {
  BlockReference,
  Callout,
  Canvas,
  CanvasCard,
  Citation,
  Cloze,
  Embed,
  ExpressionQueryNode,
  ExpressionValue,
  Highlight,
  Media,
  NoteLink,
  Notice,
  Outline,
  OutlineBlock,
  PluginPart,
  QueryNode,
  TagNode,
} from './body.ts';
import type { Card } from './card.ts';

declare module 'mdast' {
  interface Data {
    fragment?: string;
    /** Index into the note's `diagrams` on a `code` node that is a diagram. */
    diagram?: number;
    /** Indexes into the note's `links` of the files and notes that an `html` or `mdxPart` node names. */
    links?: readonly number[];
  }
  interface InlineCodeData {
    /** True for the source of a macro that nothing can show: names in it are links. */
    macro?: boolean;
  }
  interface RootData {
    /** The flashcards of the note. */
    cards?: readonly Card[];
  }
  interface ListItemData {
    /** The character in the brackets of a task, when there is one. */
    marker?: string;
  }
  interface RootContentMap {
    expressionValue: ExpressionValue;
    noteLink: NoteLink;
    tag: TagNode;
    embed: Embed;
    blockReference: BlockReference;
    highlight: Highlight;
    callout: Callout;
    outline: Outline;
    outlineBlock: OutlineBlock;
    citation: Citation;
    cloze: Cloze;
    media: Media;
    query: QueryNode;
    expressionQuery: ExpressionQueryNode;
    canvas: Canvas;
    canvasCard: CanvasCard;
    notice: Notice;
    pluginPart: PluginPart;
  }
  interface PhrasingContentMap {
    noteLink: NoteLink;
    tag: TagNode;
    embed: Embed;
    blockReference: BlockReference;
    highlight: Highlight;
    citation: Citation;
    cloze: Cloze;
    media: Media;
    notice: Notice;
    pluginPart: PluginPart;
    expressionValue: ExpressionValue;
  }
  interface BlockContentMap {
    callout: Callout;
    outline: Outline;
    embed: Embed;
    media: Media;
    query: QueryNode;
    expressionQuery: ExpressionQueryNode;
    canvas: Canvas;
    notice: Notice;
    pluginPart: PluginPart;
  }
}
