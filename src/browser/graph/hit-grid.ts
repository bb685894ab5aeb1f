/** Finds the point at a position through a grid of squares, without a look at all points. */

export interface HitGrid {
  /** The closest point within its `reach`, or -1; `maxReach` is the largest of all. */
  at(x: number, y: number, reach: (point: number) => number, maxReach: number): number;
}

const side = 120;

/** The grid of `places` (x, y of each point), in graph units. */
export function hitGrid(places: Float32Array): HitGrid {
  const squares = new Map<string, number[]>();
  for (let point = 0; point * 2 < places.length; point += 1) {
    const name = nameOf(cell(places[point * 2] ?? 0), cell(places[point * 2 + 1] ?? 0));
    const square = squares.get(name);
    if (square) square.push(point);
    else squares.set(name, [point]);
  }

  function* around(x: number, y: number, maxReach: number): Generator<number> {
    for (let column = cell(x - maxReach); column <= cell(x + maxReach); column += 1) {
      for (let row = cell(y - maxReach); row <= cell(y + maxReach); row += 1) {
        yield* squares.get(nameOf(column, row)) ?? [];
      }
    }
  }

  return {
    at(x, y, reach, maxReach) {
      let [best, nearest] = [-1, Number.POSITIVE_INFINITY];
      for (const point of around(x, y, maxReach)) {
        const away = Math.hypot((places[point * 2] ?? 0) - x, (places[point * 2 + 1] ?? 0) - y);
        if (away <= reach(point) && away < nearest) [best, nearest] = [point, away];
      }
      return best;
    },
  };
}

function cell(place: number): number {
  return Math.floor(place / side);
}

function nameOf(column: number, row: number): string {
  return `${column} ${row}`;
}
