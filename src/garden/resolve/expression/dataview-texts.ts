/** Dataview's functions of texts; nothing gives nothing. */
import type { ValueFunction } from './function-types.ts';
import { patternOf, truncated } from './text-functions.ts';
import { hashOfText } from './text-hash.ts';
import type { Value } from './value.ts';

/** A function of a text; of anything else it is nothing. */
function ofText(of: (text: string, inputs: readonly Value[]) => Value): ValueFunction {
  return ([value = null, ...rest]) => (typeof value === 'string' ? of(value, rest) : null);
}

function text(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function number(value: Value | undefined, other: number): number {
  return typeof value === 'number' ? value : other;
}

export const dataviewTexts: Readonly<Record<string, ValueFunction>> = {
  hash: ofText((seed, [second, third]) =>
    typeof second === 'number'
      ? hashOfText(seed, second)
      : hashOfText(seed + text(second), number(third, 0)),
  ),
  lower: ofText((value) => value.toLowerCase()),
  upper: ofText((value) => value.toUpperCase()),
  replace: ofText((value, [from, to]) => value.replaceAll(text(from), () => text(to))),
  regextest: ofText((pattern, [value]) => matches(pattern, value)),
  regexmatch: ofText((pattern, [value]) => matches(`^(?:${pattern})$`, value)),
  regexreplace: ofText((value, [pattern, to]) => {
    const found = patternOf(text(pattern), 'g');
    return found ? value.replace(found, text(to)) : null;
  }),
  split: ofText((value, [delimiter, limit]) => {
    const pattern = patternOf(text(delimiter), '');
    if (!pattern) return null;
    const parts = value.split(pattern, typeof limit === 'number' ? limit : undefined);
    return parts.map((part: string | undefined) => part ?? '');
  }),
  startswith: ofText((value, [prefix]) => value.startsWith(text(prefix))),
  endswith: ofText((value, [suffix]) => value.endsWith(text(suffix))),
  padleft: ofText((value, [length, sign]) => value.padStart(padding(length), text(sign) || ' ')),
  padright: ofText((value, [length, sign]) => value.padEnd(padding(length), text(sign) || ' ')),
  substring: ofText((value, [start, end]) =>
    value.slice(number(start, 0), typeof end === 'number' ? end : undefined),
  ),
  truncate: ofText((value, [length, mark]) =>
    truncated(value, number(length, 0), mark === undefined ? '...' : text(mark)),
  ),
};

function padding(length: Value | undefined): number {
  return Math.min(number(length, 0), 10_000);
}

function matches(pattern: string, value: Value | undefined): Value {
  if (typeof value !== 'string') return false;
  return patternOf(pattern, 'u')?.test(value) ?? patternOf(pattern, '')?.test(value) ?? null;
}
