import { expect, test } from 'vitest';
import { buildFilesOf, buildFilesOfPage } from './references.ts';

test('a page asks for its styles and scripts, whatever the base', () => {
  const html =
    '<link rel="stylesheet" href="/garden/_astro/Base.CT-WX_x6.css"><script type="module" src="/_astro/Base.astro_astro_type_script_index_0_lang.B~1.js"></script><code>./x.js</code>';
  expect([...buildFilesOfPage(html)]).toEqual([
    'Base.CT-WX_x6.css',
    'Base.astro_astro_type_script_index_0_lang.B~1.js',
  ]);
});

test('a script asks for what it imports now or later, a stylesheet for its fonts', () => {
  const script =
    'import{a}from"./words.DlRO.js";const m=["_astro/zoom.C1L.js"];new Worker(new URL("/garden/_astro/worker-uJL.js",import.meta.url))';
  expect([...buildFilesOf(script)]).toEqual(['words.DlRO.js', 'zoom.C1L.js', 'worker-uJL.js']);
  expect([...buildFilesOf('@font-face{src:url(KaTeX.B2.woff2)}')]).toEqual(['KaTeX.B2.woff2']);
});
