import { resolve } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { keepRenderer } from './src/command/keep-renderer.ts';
import { recordFiles } from './src/garden/record-files.ts';
import { loadSettings, notesFolderOf } from './src/settings/load-settings.ts';
import { baseOf } from './src/settings/policy.ts';
import { isolateDrawings } from './src/site/integration/isolate-drawings.ts';
import { ownerFiles } from './src/site/integration/owner-files.ts';
import { responseHeaders } from './src/site/integration/response-headers.ts';

const cache = process.env.GARDEN_CACHE ?? '.cache';
const garden = process.env.GARDEN_DIR ?? '.garden';
const notes = notesFolderOf(process.env);
const site = loadSettings(notes);

/** What the script of every page shares with those that load later: one file, and not one for each module. */
const groups = [
  {
    name: 'shared',
    test: /preload-helper|\/src\/(?:browser\/(?:bullets|contents|element|fetch-page|link|modifier-keys|on-first|preferences|shown-language)|garden\/(?:own-value|percent-decoding|interface-texts\/(?:action-texts|lookup)))\.[jt]s$/u,
  },
];

export default defineConfig({
  srcDir: './src/site',
  ...(site.url && { site: site.url }),
  base: baseOf(site, process.env),
  trailingSlash: 'always',
  // The styles of an owner's components belong to every page, which would all hold them.
  build: { inlineStylesheets: 'never' },
  // `npm ci` empties node_modules, where Astro would keep what it rendered.
  cacheDir: resolve(cache, 'astro'),
  integrations: [
    mdx(),
    ownerFiles(notes),
    responseHeaders(),
    keepRenderer(process.env.GARDEN_RENDERER),
  ],
  // The modules of MDX notes, which hold no Markdown: the import has rendered it.
  markdown: { processor: unified({ smartypants: false, gfm: false }) },
  vite: {
    css: { postcss: { plugins: [isolateDrawings()] } },
    resolve: { alias: { '#mdx': resolve(garden, recordFiles.mdx) } },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } },
    },
    // The pages' security policy blocks scripts inside their HTML.
    build: { assetsInlineLimit: (path) => (/\.[cm]?js$/u.test(path) ? false : undefined) },
  },
});
