/** Paths of the graph's picture, in few bytes: whole numbers, each place from the last one. */

type Place = readonly [number, number];
type PlaceOf = (point: number) => Place;
type Link = readonly [number, number];

/** Height of the rows that places are sorted in: neighbours in the path are near. */
const row = 25;

/** A line of no length for each point: round caps make it a dot. */
export function dotPath(points: readonly number[], placeOf: PlaceOf): string {
  const step = stepper();
  return byRows(points, placeOf)
    .map((point) => `m${step(placeOf(point))}h0`)
    .join('');
}

/** A line between the points of each link, in as few strokes as a walk from point to point finds. */
export function linePath(links: readonly Link[], placeOf: PlaceOf): string {
  const step = stepper();
  return trailsOf(links, placeOf)
    .map((trail) => {
      const [start = '', ...rest] = trail.map((point) => step(placeOf(point)));
      return `m${start}l${rest.reduce((path, next) => path + (next.startsWith('-') || path === '' ? '' : ' ') + next, '')}`;
    })
    .join('');
}

/** Walks over every link once. */
function trailsOf(links: readonly Link[], placeOf: PlaceOf): readonly (readonly number[])[] {
  const ends = new Map<number, Set<number>>();
  for (const [from, to] of links) {
    ends.set(from, (ends.get(from) ?? new Set()).add(to));
    ends.set(to, (ends.get(to) ?? new Set()).add(from));
  }
  const trails: number[][] = [];
  for (const start of byRows([...ends.keys()], placeOf)) {
    while ((ends.get(start)?.size ?? 0) > 0) {
      const trail = [start];
      for (let here = start; ; ) {
        const [next] = ends.get(here) ?? [];
        if (next === undefined) break;
        ends.get(here)?.delete(next);
        ends.get(next)?.delete(here);
        trail.push(next);
        here = next;
      }
      trails.push(trail);
    }
  }
  return trails;
}

/** From left to right in even rows, back in odd ones. */
function byRows(points: readonly number[], placeOf: PlaceOf): readonly number[] {
  return [...points].sort((a, b) => {
    const [[ax, ay], [bx, by]] = [placeOf(a), placeOf(b)];
    const [above, below] = [Math.floor(ay / row), Math.floor(by / row)];
    return above - below || (above % 2 === 0 ? ax - bx : bx - ax) || a - b;
  });
}

/** Writes how far each place is from the last one. */
function stepper(): (place: Place) => string {
  let [x, y] = [0, 0];
  return (place) => {
    const [toX, toY] = [Math.round(place[0]), Math.round(place[1])];
    const [dx, dy] = [toX - x, toY - y];
    [x, y] = [toX, toY];
    return `${dx}${dy < 0 ? '' : ' '}${dy}`;
  };
}
