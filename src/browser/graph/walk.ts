/** Moves along links with the arrow keys. */

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const directions: Readonly<Record<Arrow, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function isArrow(key: string): key is Arrow {
  return Object.hasOwn(directions, key);
}

/**
 * The point of `among` in the direction of an arrow key from `from`: close and straight ahead is best,
 * more than 60° aside does not count; -1 for none.
 */
export function stepTowards(
  places: Float32Array,
  from: number,
  among: Iterable<number>,
  arrow: Arrow,
): number {
  const [right, down] = directions[arrow];
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (const point of among) {
    const dx = (places[point * 2] ?? 0) - (places[from * 2] ?? 0);
    const dy = (places[point * 2 + 1] ?? 0) - (places[from * 2 + 1] ?? 0);
    const away = Math.hypot(dx, dy);
    const ahead = away === 0 ? 0 : (dx * right + dy * down) / away;
    if (ahead < 0.5) continue;
    const cost = away / ahead ** 2;
    if (cost < least) [best, least] = [point, cost];
  }
  return best;
}
