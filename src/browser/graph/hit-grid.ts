/** Finds the point at a position through a grid of squares, without a look at all points. */

export interface HitGrid {
  /** The closest point within its `radius`, or -1; `maxRadius` is the largest of all. */
  at(x: number, y: number, radius: (point: number) => number, maxRadius: number): number;
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

  function* around(x: number, y: number, maxRadius: number): Generator<number> {
    for (let column = cell(x - maxRadius); column <= cell(x + maxRadius); column += 1) {
      for (let row = cell(y - maxRadius); row <= cell(y + maxRadius); row += 1) {
        yield* squares.get(nameOf(column, row)) ?? [];
      }
    }
  }

  return {
    at(x, y, radius, maxRadius) {
      let [best, nearest] = [-1, Number.POSITIVE_INFINITY];
      for (const point of around(x, y, maxRadius)) {
        const away = Math.hypot((places[point * 2] ?? 0) - x, (places[point * 2 + 1] ?? 0) - y);
        if (away <= radius(point) && away < nearest) [best, nearest] = [point, away];
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
