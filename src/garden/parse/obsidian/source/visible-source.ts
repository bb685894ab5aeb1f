/** A file without its hidden ranges, with the positions in the whole file. */
import type { Node, Parent, Point } from 'unist';
import type { Position } from '../../../diagnostic.ts';
import { isParent } from '../../../walk.ts';
import type { Cut } from './comments.ts';

export class VisibleSource {
  /** The file without the hidden ranges. */
  readonly text: string;
  private readonly lineStarts: number[] = [0];
  private readonly keptStarts: number[] = [];
  private readonly originalStarts: number[] = [];

  constructor(source: string, cuts: readonly Cut[]) {
    const kept: string[] = [];
    let length = 0;
    let from = 0;
    for (const cut of [...cuts, { start: source.length, end: source.length }]) {
      const part = source.slice(from, cut.start);
      this.keptStarts.push(length);
      this.originalStarts.push(from);
      kept.push(part);
      length += part.length;
      from = cut.end;
    }
    this.text = kept.join('');
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
      this.lineStarts.push(at + 1);
    }
  }

  /** Sets the positions of a tree that was read from `text` to those in the whole file. */
  restore(root: Parent): void {
    if (this.keptStarts.length === 1) return;
    this.restoreNode(root);
  }

  /** Line and column of an index in the file. */
  positionAt(offset: number): Position {
    const line = lastNotAbove(this.lineStarts, offset);
    return { line: line + 1, column: offset - (this.lineStarts[line] ?? 0) + 1 };
  }

  /** Line and column in the file of an index in `text`. */
  originalPositionAt(offset: number): Position {
    return this.positionAt(this.original(offset));
  }

  private restoreNode(node: Node): void {
    if (node.position) {
      const { start, end } = node.position;
      const from = this.original(start.offset ?? 0);
      const to = this.original(Math.max((end.offset ?? 0) - 1, 0)) + 1;
      node.position = { start: this.point(from), end: this.point(Math.max(from, to)) };
    }
    if (isParent(node)) for (const child of node.children) this.restoreNode(child);
  }

  private original(offset: number): number {
    const part = lastNotAbove(this.keptStarts, offset);
    return (this.originalStarts[part] ?? 0) + offset - (this.keptStarts[part] ?? 0);
  }

  private point(offset: number): Point {
    return { ...this.positionAt(offset), offset };
  }
}

/** Index of the last number in an ascending list that is at most `value`. */
function lastNotAbove(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
