import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dotPath, linePath } from './graph-paths.ts';

type Place = readonly [number, number];

/** The lines that a path of relative commands draws. */
function drawn(path: string): readonly (readonly [Place, Place])[] {
  const lines: (readonly [Place, Place])[] = [];
  let here: Place = [0, 0];
  for (const [, command, numbers = ''] of path.matchAll(/([mlh])([-\d ]*)/g)) {
    const steps = Array.from(numbers.matchAll(/-?\d+/g), Number);
    const pairs =
      command === 'h'
        ? [[...steps, 0]]
        : steps.flatMap((step, index) =>
            index % 2 === 0 ? [[step, steps[index + 1] ?? Number.NaN]] : [],
          );
    for (const [dx = 0, dy = 0] of pairs) {
      const next: Place = [here[0] + dx, here[1] + dy];
      if (command !== 'm') lines.push([here, next]);
      here = next;
    }
  }
  return lines;
}

const places = fc.uniqueArray(
  fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })),
  {
    minLength: 2,
    maxLength: 30,
    selector: String,
  },
);
const written = (ends: readonly Place[]) => ends.map(String).sort().join(' ');

test('every point is a dot at its place', () => {
  fc.assert(
    fc.property(places, (all) => {
      const dots = drawn(dotPath([...all.keys()], (point) => all[point] ?? [0, 0]));
      expect(written(dots.map(([place]) => place))).toBe(written(all));
      expect(dots.every(([from, to]) => String(from) === String(to))).toBe(true);
    }),
  );
});

test('every link is one line between its points', () => {
  fc.assert(
    fc.property(
      places,
      fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 60 }),
      (all, pairs) => {
        const links = new Map<string, readonly [number, number]>();
        for (const [a, b] of pairs) {
          const [from, to] = [Math.min(a, b) % all.length, Math.max(a, b) % all.length];
          if (from !== to) links.set([from, to].sort().join(), [from, to]);
        }
        const placeOf = (point: number): Place => all[point] ?? [0, 0];
        const lines = drawn(linePath([...links.values()], placeOf));
        const names = (list: readonly (readonly [Place, Place])[]) => list.map(written).sort();
        expect(names(lines)).toEqual(
          names([...links.values()].map(([from, to]) => [placeOf(from), placeOf(to)])),
        );
      },
    ),
  );
});
