/** What a reader of inline marks needs to know about the text around a mark. */
import type { Position } from '../../../diagnostic.ts';
import type { LogseqDraft } from '../logseq-draft.ts';

/** The place in the file of a character of the text. */
export type PositionOf = (offset: number) => Position;

export interface MarkContext {
  readonly text: string;
  readonly draft: LogseqDraft;
  readonly positionOf: PositionOf;
  /** Types of the nodes around the mark. */
  readonly inside: readonly string[];
}
