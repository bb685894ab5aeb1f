/** Reads what is shown of a file into a tree; an MDX note as MDX, or where it is none, as Markdown. */
import type { Root } from 'mdast';
import type { Position } from '../../../diagnostic.ts';
import { readMarkdown } from '../../markdown/markdown.ts';
import type { Cut } from './comments.ts';
import { withCode } from './hidden-ranges.ts';
import { VisibleSource } from './visible-source.ts';

export interface VisibleTree {
  readonly visible: VisibleSource;
  /** With the positions in the file. */
  readonly root: Root;
  /** Why an MDX note cannot be read as MDX, and where; null where it can, or is none. */
  readonly flaw: { readonly message: string; readonly place: Position } | null;
}

/** Reads the file without `cuts`; its body starts at `from`. */
export function readVisible(
  { path, source }: { readonly path: string; readonly source: string },
  { cuts, from, breaks }: { readonly cuts: readonly Cut[]; from: number; breaks: boolean },
): VisibleTree {
  const read = (kept: readonly Cut[], mdx: boolean): VisibleTree => {
    const visible = new VisibleSource(source, kept);
    const root = readMarkdown(visible.text, { syntax: 'obsidian', breaks, mdx });
    visible.restore(root);
    return { visible, root, flaw: null };
  };
  if (!/\.mdx$/iu.test(path)) return read(cuts, false);
  try {
    return read(cuts, true);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    const place = new VisibleSource(source, cuts).originalPositionAt(fault.offset);
    return { ...read(withCode(source, cuts, from), false), flaw: { message: fault.reason, place } };
  }
}

/** What a VFileMessage of a reader of MDX says; null for other errors. */
function faultOf(error: unknown): { readonly reason: string; readonly offset: number } | null {
  if (!(error instanceof Error) || !('reason' in error) || !('place' in error)) return null;
  const place = error.place as { offset?: number; start?: { offset?: number } } | undefined;
  return { reason: String(error.reason), offset: place?.start?.offset ?? place?.offset ?? 0 };
}
