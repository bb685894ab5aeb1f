import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { beforeAll, expect, test } from 'vitest';
import type { Weight } from './card/typeface.ts';
import { Fonts } from './fonts.ts';

const fonts = new Fonts();

beforeAll(async () => {
  for (const weight of [400, 600] as const) {
    await fonts.load('汉字Kafka与 “”->…🌱ש\u200d\ue000', weight);
  }
});

/** The outlines that a font file has for a text, a glyph for each character. */
function outlinesIn(font: fontkit.Font, text: string): string[] {
  return [...text].map((character) => {
    expect(font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)).toBe(true);
    const { path } = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    return path.scale(1000 / font.unitsPerEm).toSVG();
  });
}

function outlines(text: string, weight: Weight, lang = 'en'): string[] {
  return fonts.set(text, { weight, lang }).glyphs.map(({ outline }) => outline);
}

function open(bytes: Uint8Array): fontkit.Font {
  return fontkit.create(Buffer.from(bytes)) as fontkit.Font;
}

function bytesOf(file: string): Uint8Array {
  return readFileSync(fileURLToPath(import.meta.resolve(file)));
}

test.for([400, 600] as const)(
  '汉字 has the outlines of Noto Sans SC at weight %i',
  async (weight) => {
    // 汉 and 字 are in these slices of the package.
    const listed = JSON.parse(
      Buffer.from(bytesOf('@fontsource-variable/noto-sans-sc/unicode.json')).toString(),
    ) as Record<string, string>;
    const expected: string[] = [];
    for (const character of '汉字') {
      const code = character.codePointAt(0) ?? 0;
      const slice = Object.keys(listed).find((name) => {
        return listed[name]?.split(',').some((range) => {
          const [first = 0, last = first] = range
            .replace('U+', '')
            .split('-')
            .map((hex) => Number.parseInt(hex, 16));
          return code >= first && code <= last;
        });
      });
      const file = `noto-sans-sc-${slice?.replace(/\W/g, '')}-wght-normal.woff2`;
      const bytes = bytesOf(`@fontsource-variable/noto-sans-sc/files/${file}`);
      const options = { targetFormat: 'sfnt', variationAxes: { wght: weight } } as const;
      const font = open(await subsetFont(Buffer.from(bytes), character, options));
      expected.push(...outlinesIn(font, character));
    }
    expect(new Set(expected).size).toBe(2);
    expect(outlines('汉字', weight)).toEqual(expected);
    expect(fonts.set('汉字', { weight, lang: 'zh' }).width).toBe(2);
  },
);

test.for([400, 600] as const)('Kafka has the outlines of Inter at weight %i', (weight) => {
  const font = open(bytesOf(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`));
  expect(outlines('Kafka', weight)).toEqual(outlinesIn(font, 'Kafka'));
});

test('the weights are not the same', () => {
  expect(outlines('汉字', 400)).not.toEqual(outlines('汉字', 600));
});

test('what no font has is left out and takes no room', () => {
  const face = { weight: 400, lang: 'en' } as const;
  expect([...'🌱ש\ue000'].map((character) => fonts.has(character, face))).toEqual([
    false,
    false,
    false,
  ]);
  expect(fonts.set('🌱汉ש字\ue000', face)).toEqual(fonts.set('汉字', face));
  expect(fonts.set('🌱', face)).toEqual({ glyphs: [], width: 0 });
});

test('an arrow of two characters stays two characters', () => {
  expect(outlines('->', 400)).toEqual([...outlines('-', 400), ...outlines('>', 400)]);
});

test('quotes are wide in Chinese and narrow in English', () => {
  expect(fonts.set('“', { weight: 400, lang: 'zh' }).width).toBe(1);
  expect(fonts.set('“', { weight: 400, lang: 'en' }).width).toBeLessThan(0.6);
});

test('Chinese and Latin that touch are set a little apart', () => {
  const width = (text: string) => fonts.set(text, { weight: 400, lang: 'zh' }).width;
  expect(width('与Kafka与')).toBeCloseTo(width('与') * 2 + width('Kafka') + 0.25);
});
