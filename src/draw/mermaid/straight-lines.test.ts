import fc from 'fast-check';
import { svgPathProperties } from 'svg-path-properties';
import { expect, test } from 'vitest';
import { straightLines } from './straight-lines.ts';

test.each([
  ['a curve without a bend', 'M0 0C1 2 2 4 4 8', 'M0 0L4 8'],
  ['each line of a steady hand once', 'M0 0C1 0 2 0 9 0M0 0C3 0 4 0 9 0', 'M0 0L9 0'],
  ['pieces of nothing', 'M0 0C1 0 2 0 9 0M9 0C9 0 9 0 9 0', 'M0 0L9 0'],
  ['pieces of an outline', 'M0 0C1 0 2 0 9 0C9 0 9 0 9 0C9 1 9 2 9 9Z', 'M0 0L9 0L9 9Z'],
  ['further points of a command', 'M0,0,0,1C0 2 0 3 0 4 0 5 0 6 0 7', 'M0 0L0 1L0 4L0 7'],
])('%s', (_, data, expected) => {
  expect(straightLines(data)).toBe(expected);
});

test.each([
  ['a curve with a bend', 'M0 0C1 2 3 2 4 0'],
  ['a curve that goes back', 'M0 0C-5 0 2 0 4 0'],
  ['a hand that is not steady', 'M0 0C1 0.1 2 0 9 0M0 0C3 0 4 0.2 9 0'],
  ['relative commands', 'm0 0c1 0 2 0 9 0'],
  ['a dot', 'M5 5C5 5 5 5 5 5'],
  ['no path', 'M0 0C calc(4)'],
  ['a curve that lacks a number', 'M0 0C1 0 2 0 9'],
])('%s stays', (_, data) => {
  expect(straightLines(data)).toBe(data);
});

const coordinate = fc.integer({ min: -500, max: 500 }).map((value) => value / 4);
const curve = fc.tuple(
  ...([coordinate, coordinate, coordinate, coordinate, coordinate, coordinate] as const),
);

test('a shape keeps its length and its end', () => {
  const straight = fc
    .tuple(coordinate, coordinate)
    .map(([x, y]) => ({ straight: [x, y] as const }));
  const bent = curve.map((numbers) => ({ bent: numbers }));
  fc.assert(
    fc.property(fc.array(fc.oneof(straight, bent), { minLength: 1, maxLength: 8 }), (parts) => {
      let [x, y] = [0, 0];
      const data = `M0 0${parts
        .map((part) => {
          const numbers = 'bent' in part ? part.bent : between([x, y], part.straight);
          [x, y] = [numbers[4] ?? 0, numbers[5] ?? 0];
          return `C${numbers.join(' ')}`;
        })
        .join('')}`;
      const [before, after] = [data, straightLines(data)].map(
        (text) => new svgPathProperties(text),
      );
      const length = before?.getTotalLength() ?? 0;
      expect(after?.getTotalLength()).toBeCloseTo(length, 0);
      const end = after?.getPointAtLength(after.getTotalLength());
      expect(Math.hypot((end?.x ?? 0) - x, (end?.y ?? 0) - y)).toBeLessThan(0.5);
    }),
  );
});

function between(
  [x, y]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): number[] {
  const at = (part: number) => [x + (toX - x) * part, y + (toY - y) * part];
  return [...at(0.25), ...at(0.5), toX, toY];
}
