import { expect, test } from 'vitest';
import { nearPicture } from './near-layout.ts';

const measure = (text: string) => text.length * 7;
const titles = (count: number) => Array.from({ length: count }, (_, i) => `Neighbour ${i}`);

test('the note is in the middle with its whole name', () => {
  const { points } = nearPicture(['A note of its own', ...titles(3)], 232, measure);
  expect(points[0]).toEqual({
    x: 116,
    y: 34,
    text: 'A note of its own',
    anchor: 'middle',
    textX: 116,
    textY: 54,
  });
});

test.each([1, 2, 3, 5, 18])(
  '%i names lie apart from each other and inside the picture',
  (count) => {
    const { points, width, height } = nearPicture(['Here', ...titles(count)], 232, measure);
    const boxes = points.map(({ text, anchor, textX, textY }) => {
      const wide = measure(text);
      const left = textX - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
      return { left, right: left + wide, top: textY - 11, bottom: textY + 3 };
    });
    const overlaps = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
        ),
    );
    const outside = boxes.filter(
      ({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height,
    );
    expect({ overlaps, outside, names: points.length }).toEqual({
      overlaps: [],
      outside: [],
      names: count + 1,
    });
  },
);
