import fc from 'fast-check';
import { svgPathProperties } from 'svg-path-properties';
import { expect, test } from 'vitest';
import { roundNumbers, roundPath } from './round-numbers.ts';

test.each([
  ['a second point begins a number', 'M2.5.24c1.234.567.1.2', 'M2.5 0.2c1.2 0.6 0.1 0.2'],
  ['a sign begins a number', 'M1.25-3.75L-.06.04', 'M1.3-3.8L-0.1 0'],
  ['flags of an arc are one digit each', 'a2 2 0 01.255 1.5', 'a2 2 0 0 1 0.3 1.5'],
  [
    'flags of an arc that follows',
    'a2 2 0 011.55.5 2 2 0 10.2.3',
    'a2 2 0 0 1 1.6 0.5 2 2 0 1 0 0.2 0.3',
  ],
  ['an exponent', 'M1e-7,2.5e1', 'M0 25'],
  ['points', '10.123,20.456 3,4', '10.1 20.5 3 4'],
  ['what is no path', 'M1.23 calc(4.56)', 'M1.23 calc(4.56)'],
])('%s: %s', (_, data, expected) => {
  expect(roundPath(data)).toBe(expected);
});

const number = fc
  .double({ min: -500, max: 500, noNaN: true })
  .map((value) => value.toFixed(3).replace(/^(-?)0\./, '$1.'));

test('lines keep their course, however their numbers are written', () => {
  const lines = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lines, (parts) => {
      const data = `M0 0l${parts
        .flat()
        .join(' ')
        .replace(/ (?=-)/g, '')}`;
      const [long, short] = [data, roundPath(data)].map((text) => {
        const path = new svgPathProperties(text);
        return path.getPointAtLength(path.getTotalLength());
      });
      const error = Math.hypot((long?.x ?? 0) - (short?.x ?? 0), (long?.y ?? 0) - (short?.y ?? 0));
      expect(error).toBeLessThan(0.08 * (parts.length + 1));
    }),
  );
});

test.each([
  ['width:12.3456px;stroke:#0a1.5', 'width:12.35px;stroke:#0a1.5'],
  ['translate(1.005, -2.3456)', 'translate(1, -2.35)'],
  ['url(#a-1.234) 1.5', 'url(#a-1.234) 1.5'],
])('numbers of %s', (text, expected) => {
  expect(roundNumbers(text)).toBe(expected);
});
