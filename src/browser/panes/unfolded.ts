/** Which of several panes in a row are unfolded. */

/** Least width of an unfolded pane in rem; panes.css has the same. */
const minPaneWidth = 26;
/** Width of the spine of a folded pane in rem; panes.css has the same. */
const spineWidth = 2.5;

export interface Panes {
  /** How many there are. */
  readonly count: number;
  /** Index of the one that must be unfolded. */
  readonly current: number;
  /** Index of the first one that is unfolded now. */
  readonly first: number;
  /** Width of the row in rem. */
  readonly room: number;
}

/**
 * The unfolded panes as the indexes of the first one and of the one after the last: as many neighbours as
 * have room beside the spines of the others, at least one. They move no further than the current one needs.
 */
export function unfolded({ count, current, first, room }: Panes): readonly [number, number] {
  const free = room - count * spineWidth;
  const fitting = Math.floor(free / (minPaneWidth - spineWidth));
  const size = Math.max(1, Math.min(count, fitting));
  const from = Math.min(Math.max(first, current - size + 1), current, count - size);
  return [from, from + size];
}
