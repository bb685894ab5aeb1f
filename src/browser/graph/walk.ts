/** Steps along links with the arrow keys. */

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const ways: Readonly<Record<Arrow, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function isArrow(key: string): key is Arrow {
  return key in ways;
}

/**
 * The point of `among` that lies that way from `from`: near and straight ahead is best, what lies more
 * than 60° aside is another way; -1 where nothing lies that way.
 */
export function stepTowards(
  places: Float32Array,
  from: number,
  among: Iterable<number>,
  arrow: Arrow,
): number {
  const [right, down] = ways[arrow];
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
