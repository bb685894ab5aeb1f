/**
 * Curves of a drawing that are straight. Mermaid has rounded shapes drawn as by hand, but with a steady
 * one: each line twice, as a curve without a bend, in up to a hundred pieces.
 */
import { pathParts } from './round-numbers.ts';

type Point = readonly [number, number];

interface Step {
  readonly command: 'M' | 'L' | 'C' | 'Z';
  readonly points: readonly Point[];
}

const pointsOf: Readonly<Record<Step['command'], number>> = { M: 1, L: 1, C: 3, Z: 0 };
/** Pixels that a curve may be away from a line: a tenth of what rounding moves it. */
const tolerance = 0.005;

/**
 * Path data with lines for the curves that are straight, and without the pieces that are nothing or were drawn
 * just so before. What has none of them, or other commands than those of such shapes, stays as it is.
 */
export function straightLines(data: string): string {
  const steps = stepsOf(data);
  if (steps === null || !steps.some(({ command }) => command === 'C')) return data;
  const drawn = new Set<string>();
  const kept = pieces(withLines(steps)).filter((piece) => {
    const [move, line, ...more] = piece;
    if (line?.command !== 'L' || more.length > 0) return piece.length > 1;
    const key = `${move?.points.join()} ${line.points.join()}`;
    return !drawn.has(key) && drawn.add(key);
  });
  // A shape of no extent is nothing in the path of others, but may be a dot.
  if (kept.length === 0) return data;
  return kept
    .flat()
    .map(({ command, points }) => command + points.flat().join(' '))
    .join('');
}

function withLines(steps: readonly Step[]): Step[] {
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  return steps.flatMap((step): Step[] => {
    const from = at;
    at = step.points.at(-1) ?? start;
    if (step.command === 'M') start = at;
    if (step.command !== 'C' || !isStraight(from, step.points)) return [step];
    return isSame(from, at) ? [] : [{ command: 'L', points: [at] }];
  });
}

/** Whether the curve's handles lie on the line between its ends. */
function isStraight(from: Point, [first, second, to]: readonly Point[]): boolean {
  if (!(first && second && to)) return false;
  const along: Point = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(...along);
  return [first, second].every(([x, y]) => {
    const away: Point = [x - from[0], y - from[1]];
    if (length < tolerance) return Math.hypot(...away) < tolerance;
    const ahead = (away[0] * along[0] + away[1] * along[1]) / length;
    const aside = (away[0] * along[1] - away[1] * along[0]) / length;
    return Math.abs(aside) < tolerance && ahead > -tolerance && ahead < length + tolerance;
  });
}

function isSame([x, y]: Point, [otherX, otherY]: Point): boolean {
  return x === otherX && y === otherY;
}

/** What is drawn without the pen being lifted. */
function pieces(steps: readonly Step[]): Step[][] {
  const found: Step[][] = [];
  for (const step of steps) {
    if (step.command === 'M') found.push([step]);
    else found.at(-1)?.push(step);
  }
  return found;
}

/** Null where there are other commands than these. */
function stepsOf(data: string): Step[] | null {
  const letters: { readonly letter: string; readonly numbers: number[] }[] = [];
  for (const part of pathParts(data)) {
    if (part === null) return null;
    if (/^[a-z]$/i.test(part)) letters.push({ letter: part, numbers: [] });
    else letters.at(-1)?.numbers.push(Number(part));
  }
  const isOdd = letters.some(({ numbers }) => numbers.length % 2 === 1);
  if (isOdd || letters[0]?.letter !== 'M') return null;
  const steps = letters.map(({ letter, numbers }) => repeated(letter, pairs(numbers)));
  return steps.includes(null) ? null : steps.flatMap((some) => some ?? []);
}

/** A command is repeated while there are points; those that follow a move are lines. Null where they are too few. */
function repeated(letter: string, points: readonly Point[]): Step[] | null {
  if (!isKnown(letter)) return null;
  const size = pointsOf[letter];
  if (size === 0) return points.length === 0 ? [{ command: letter, points }] : null;
  const count = points.length / size;
  if (count < 1 || !Number.isInteger(count)) return null;
  return Array.from({ length: count }, (_, index) => ({
    command: letter === 'M' && index > 0 ? 'L' : letter,
    points: points.slice(index * size, (index + 1) * size),
  }));
}

function isKnown(letter: string): letter is Step['command'] {
  return Object.hasOwn(pointsOf, letter);
}

function pairs(numbers: readonly number[]): Point[] {
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[index * 2] ?? 0,
    numbers[index * 2 + 1] ?? 0,
  ]);
}
