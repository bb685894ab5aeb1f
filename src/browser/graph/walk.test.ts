import { expect, test } from 'vitest';
import { stepTowards } from './walk.ts';

//      3
//  2   0 1    4 (far right)
const places = Float32Array.of(0, 0, 10, 0, -30, 5, 0, -20, 80, 0);

test('an arrow leads to the nearest point that way, and nowhere where there is none', () => {
  const all = [1, 2, 3, 4];
  expect(stepTowards(places, 0, all, 'ArrowRight')).toBe(1);
  expect(stepTowards(places, 0, all, 'ArrowLeft')).toBe(2);
  expect(stepTowards(places, 0, all, 'ArrowUp')).toBe(3);
  expect(stepTowards(places, 0, all, 'ArrowDown')).toBe(-1);
});

test('arrow keys move only to points with a name', () => {
  expect(stepTowards(places, 0, [4], 'ArrowRight')).toBe(4);
});
