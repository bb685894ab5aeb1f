/**
 * The alarm for every upgrade of mermaid, of the DOM or of the font: what is drawn here has the
 * elements of what Chromium draws, and no coordinate is a pixel away from it.
 * `scripts/tools/make-diagram-goldens.ts` makes the goldens.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { withoutMarks } from '../../garden/parse/diagram/marks.ts';
import { readDiagram } from '../../garden/parse/diagram/read-diagram.ts';
import { installBrowser } from './browser.ts';
import { readableSource } from './contrast.ts';
import { compareGeometry, recordGeometry } from './geometry-record.ts';
import { loadFont } from './layout/font.ts';
import { loadMermaid, type MermaidDrawer } from './mermaid.ts';

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mmd'))
  .map((file) => file.replace('.mmd', ''));

let mermaid: MermaidDrawer;

beforeAll(async () => {
  installBrowser(loadFont());
  mermaid = await loadMermaid();
}, 60_000);

async function deviation(name: string): Promise<ReturnType<typeof compareGeometry>> {
  // The browser of the goldens has glyphs for marks, a measuring font has none.
  const source = withoutMarks(readDiagram(readFileSync(`${folder}${name}.mmd`, 'utf8')).source);
  const svg = await mermaid.draw(readableSource(source, 'light'), 'light', 'golden');
  const golden = readFileSync(new URL(`./goldens/${name}.txt`, import.meta.url), 'utf8').trimEnd();
  return compareGeometry(golden, recordGeometry(svg));
}

test('there is a golden for every fixture of the 32 types', () => {
  expect(names.length).toBe(32);
});

// Mindmaps are laid out by forces, which magnify the smallest difference.
const byGeometry = names.filter((name) => name !== 'mindmap');

test.each(byGeometry)(
  '%s is drawn as Chromium draws it, within a pixel',
  async (name) => {
    const { sameStructure, pixels } = await deviation(name);
    expect(sameStructure).toBe(true);
    expect(pixels).toBeLessThanOrEqual(1);
  },
  60_000,
);

test('a mindmap has the elements that Chromium draws', async () => {
  expect((await deviation('mindmap')).sameStructure).toBe(true);
}, 60_000);
