import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import katex from 'katex';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FormulaParts } from '../garden/page.ts';
import { formulaParts } from '../garden/render/formula-parts.ts';
import { mathFiles } from './math-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-math-'));
});

afterEach(() => rm(folder, { recursive: true }));

const partsOf = (...formulas: string[]): FormulaParts[] => {
  const parts = formulaParts(formulas.map((source) => katex.renderToString(source)));
  return parts ? [parts] : [];
};

const style = () => readFile(join(folder, 'math/math.css'), 'utf8');

async function fontOf(family: string): Promise<Font> {
  const face = (await style()).match(
    new RegExp(`font-family:${family};font-style:\\w+;font-weight:400;src:url\\((\\w+\\.woff2)\\)`),
  );
  return create(await readFile(join(folder, 'math', face?.[1] ?? ''))) as Font;
}

test('a garden without formulas has no such files', async () => {
  expect(await mathFiles([], folder)).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('every glyph of the formulas is in the fonts, others are not', async () => {
  await mathFiles(partsOf('a + \\beta', '\\frac{1}{2}'), folder);
  const upright = await fontOf('KaTeX_Main');
  expect([...'+12Z'].map((c) => upright.hasGlyphForCodePoint(c.codePointAt(0) ?? 0))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  const slanted = await fontOf('KaTeX_Math');
  expect([...'aβγ'].map((c) => slanted.hasGlyphForCodePoint(c.codePointAt(0) ?? 0))).toEqual([
    true,
    true,
    false,
  ]);
});

test('the letters of variables are in the font of variables alone, those of words in the other', async () => {
  await mathFiles(partsOf('q = \\text{max}_w', '\\mathbf{W}'), folder);
  const [upright, slanted] = [await fontOf('KaTeX_Main'), await fontOf('KaTeX_Math')];
  const has = (font: Font) =>
    [...'max=qw'].filter((c) => font.hasGlyphForCodePoint(c.charCodeAt(0)));
  expect(has(upright).join('')).toBe('max=');
  expect(has(slanted).join('')).toBe('qw');
});

test('characters of few pages are in fonts of their own, which other pages do not ask for', async () => {
  const rare = partsOf('z > \\text{y}');
  await mathFiles([...Array.from({ length: 12 }, () => partsOf('x = 1')).flat(), ...rare], folder);
  const css = await style();
  const ranges = (family: string) =>
    [...css.matchAll(new RegExp(`family:${family};[^}]*:400;[^}]*range:([^}]*)`, 'g'))].map(
      ([, range = '']) => range,
    );
  expect(ranges('KaTeX_Main')).toEqual(['U+20,U+31,U+3d', 'U+3e,U+79']);
  expect(ranges('KaTeX_Math')).toEqual(['U+20,U+78', 'U+7a']);
});

test('rules that no formula can match are left out, all others stay', async () => {
  await mathFiles(partsOf('\\frac{1}{2}', '\\vec{x}'), folder);
  const css = await style();
  expect(css).toContain('.katex .mfrac>span>span{');
  expect(css).toContain('.katex svg{');
  expect(css).toContain('.katex .katex-accent .accent-body:not(.accent-full){');
  expect(css).not.toMatch(/mathcal|Fraktur|\.mtable/);
});

test('the names given are those of the files, and the same formulas write nothing anew', async () => {
  const first = await mathFiles(partsOf('x^2'), folder);
  const files = await readdir(join(folder, 'math'));
  expect(files.map((name) => `math/${name}`).sort()).toEqual([...new Set(first)].sort());
  expect(await mathFiles(partsOf('x^2'), folder)).toEqual(first);
  expect(await mathFiles(partsOf('y^2'), folder)).not.toEqual(first);
});

test('the stylesheet is as flat as its reader takes it to be', async () => {
  const css = await readFile(new URL(import.meta.resolve('katex/dist/katex.min.css')), 'utf8');
  const rest = css.replace(/[^{}]+\{[^{}]*\}/g, '');
  expect(rest.trim()).toBe('');
  const selectors = [...css.matchAll(/([^{}]+)\{/g)].map(([, selector = '']) => selector);
  const strange = selectors.filter((selector) => /[()"]/.test(selector));
  expect(strange).toEqual(['.katex .katex-accent .accent-body:not(.accent-full)']);
});
