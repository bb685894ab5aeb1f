/** Finds the point near a place without asking all points: they are filed in squares. */

export interface HitGrid {
  /** The point nearest to a place and no farther than `reach` of it, or -1. */
  at(x: number, y: number, reach: (point: number) => number, most: number): number;
}

const side = 120;

/** Files `places`; `reach` of a point may be up to `most`, both in the graph's units. */
export function hitGrid(places: Float32Array): HitGrid {
  const squares = new Map<string, number[]>();
  for (let point = 0; point * 2 < places.length; point += 1) {
    const name = nameOf(cell(places[point * 2] ?? 0), cell(places[point * 2 + 1] ?? 0));
    const square = squares.get(name);
    if (square) square.push(point);
    else squares.set(name, [point]);
  }

  function* around(x: number, y: number, most: number): Generator<number> {
    for (let column = cell(x - most); column <= cell(x + most); column += 1) {
      for (let row = cell(y - most); row <= cell(y + most); row += 1) {
        yield* squares.get(nameOf(column, row)) ?? [];
      }
    }
  }

  return {
    at(x, y, reach, most) {
      let [best, nearest] = [-1, Number.POSITIVE_INFINITY];
      for (const point of around(x, y, most)) {
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
