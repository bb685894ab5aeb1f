/**
 * Makes the goldens that hold the diagram renderer to a real browser: draws every fixture with
 * mermaid in Chromium, with the garden's configuration, colours and font, and records the geometry.
 *
 *   CHROMIUM_PATH=/usr/bin/chromium node scripts/tools/make-diagram-goldens.ts
 *
 * Run it when mermaid, the font or the configuration changes, and look at the difference.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { chromium } from 'playwright-core';
import { readableSource } from '../../src/draw/mermaid/contrast.ts';
import { recordGeometry } from '../../src/draw/mermaid/geometry-record.ts';
import { regularFontPaths } from '../../src/draw/mermaid/layout/font-files.ts';
import { mermaidConfig } from '../../src/draw/mermaid/mermaid.ts';
import { withoutMarks } from '../../src/garden/parse/diagram/marks.ts';
import { readDiagram } from '../../src/garden/parse/diagram/read-diagram.ts';
import { themeVariables } from '../../src/garden/render/diagram/palette.ts';
import { writeIfChanged } from '../../src/system/disk.ts';

const folder = fileURLToPath(new URL('../../src/draw/mermaid/', import.meta.url));
const fixtures = readdirSync(`${folder}fixtures`).filter((file) => file.endsWith('.mmd'));
const script = fileURLToPath(new URL('mermaid.min.js', import.meta.resolve('mermaid')));

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1016, height: 1000 } });
  await page.setContent(
    `<!doctype html><style>${fontFaces()}</style><body style="font-family:Inter"><b>aé</b>aé<div id="host"></div>`,
  );
  await page.evaluate(
    'Promise.all([document.fonts.load("16px Inter", "aé"), document.fonts.load("bold 16px Inter", "aé")])',
  );
  await page.addScriptTag({ path: script });
  for (const file of fixtures) {
    // A browser draws boxes for marks: pages never show them.
    const source = withoutMarks(
      readDiagram(readFileSync(`${folder}fixtures/${file}`, 'utf8')).source,
    );
    const svg = await page.evaluate(drawInPage, {
      source: readableSource(source, 'light'),
      config: { ...mermaidConfig, themeVariables: { ...themeVariables('light'), darkMode: false } },
    });
    const golden = `${folder}goldens/${file.replace('.mmd', '.txt')}`;
    await writeIfChanged(golden, `${recordGeometry(svg)}\n`);
  }
} finally {
  await browser.close();
}

/** The font's files as pages have them: each for the characters that it holds. */
function fontFaces(): string {
  const faces = regularFontPaths.map((path) => {
    const font = readFileSync(path);
    const read = create(font) as Font;
    const range = read.characterSet.map((code) => `U+${code.toString(16)}`).join();
    const source = `url(data:font/woff2;base64,${font.toString('base64')})`;
    return `@font-face{font-family:Inter;font-weight:400 700;src:${source};unicode-range:${range}}`;
  });
  return faces.join('');
}

interface Order {
  readonly source: string;
  readonly config: object;
}

/** Runs in the page: one drawing, with the same seed that the renderer uses. */
async function drawInPage({ source, config }: Order): Promise<string> {
  const { mermaid } = globalThis as unknown as {
    mermaid: {
      initialize(config: object): void;
      render(id: string, source: string): Promise<{ svg: string }>;
    };
  };
  let state = 1;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  mermaid.initialize(config);
  const { svg } = await mermaid.render('golden', source);
  return svg;
}
