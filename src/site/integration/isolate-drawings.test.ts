import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createViteServer } from 'vitest/node';
import { isolateDrawings, outsideDrawings } from './isolate-drawings.ts';

const outside = ':not(:where(.diagram-scroll *, .diagram-pane *))';

test.each([
  ['.label', `.label${outside}`],
  ['.prose p', `.prose p${outside}`],
  ['.block::before', `.block${outside}::before`],
  ['.a:not(.b::after):hover', `.a:not(.b::after):hover${outside}`],
  ['.diagram-scroll > svg a', '.diagram-scroll > svg a'],
  [':root', ':root'],
  [":root[data-theme='dark']", ":root[data-theme='dark']"],
  ['html', 'html'],
  ['html .label', `html .label${outside}`],
  ['::view-transition-old(root)', '::view-transition-old(root)'],
])('%s becomes %s', (selector, expected) => {
  expect(outsideDrawings(selector)).toBe(expected);
});

test('rules that follow each other are in one that leaves drawings out', async () => {
  const css =
    ':root{--a:0}.a,.b::before{top:0}@media print{.c{top:1}}.diagram-node{top:2}.d{top:3}@media print{.e{.f{top:4}}}';
  const written = await compiled(css, '/a.css?direct');
  const around = ':not(:where(.diagram-scroll *, .diagram-pane *))';
  expect(written.replace(/\s+/g, ' ')).toBe(
    `:root{--a:0}${around}{.a&,.b&::before{top:0}@media print{.c&{top:1}}}.diagram-node{top:2}${around}{.d&{top:3}}@media print{.e${around}{.f${around}{top:4}}}`,
  );
});

test('styles of components are not nested, and the same when they come again', async () => {
  const component = '/a.astro?astro&type=style&direct&lang.css';
  const once = await compiled('.a{top:0}', component);
  const twice = await compiled(once, component);
  expect(once).toContain(`.a${outside}`);
  expect(twice).toBe(once);
});

async function compiled(css: string, address: string): Promise<string> {
  const server = await createViteServer({
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [{ name: 'styles', resolveId: (id) => id, load: () => css }],
    css: { postcss: { plugins: [isolateDrawings() as never] } },
  });
  const result = await server.transformRequest(address);
  await server.close();
  return result?.code ?? '';
}

test('no stylesheet uses what the rewriting of selectors does not read', async () => {
  const faults: string[] = [];
  for await (const file of glob('src/site/styles/*.css')) {
    const css = (await readFile(file, 'utf8')).replace(/\/\*[\s\S]*?\*\//g, '');
    if (/^\s*&/m.test(css)) faults.push(`${file}: a nested rule`);
    if (/[^:]:(?:before|after|first-letter|first-line)\b/.test(css)) {
      faults.push(`${file}: a pseudo-element with one colon`);
    }
  }
  expect(faults).toEqual([]);
});
