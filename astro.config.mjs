import { resolve } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkWikiLink from 'remark-wiki-link';
import { gardenLinks } from './src/import/mdx/garden-links.ts';
import { baseOf } from './src/settings/policy.ts';
import { site } from './src/settings/site.ts';
import { gardenFiles } from './src/site/integration/garden-files.ts';

const cache = process.env.GARDEN_CACHE ?? '.cache';
const garden = process.env.GARDEN_DIR ?? '.garden';

export default defineConfig({
  srcDir: './src/site',
  site: site.url,
  base: baseOf(site, process.env),
  trailingSlash: 'always',
  // `npm ci` empties node_modules, where Astro would keep what it rendered.
  cacheDir: resolve(cache, 'astro'),
  integrations: [mdx(), gardenFiles()],
  // Only MDX notes pass through here: all others come rendered from the import.
  markdown: {
    processor: unified({
      smartypants: false,
      remarkPlugins: [[remarkWikiLink, { aliasDivider: '|' }], gardenLinks],
    }),
  },
  vite: { resolve: { alias: { '#mdx': resolve(garden, 'mdx') } } },
  experimental: { incrementalBuild: true },
});
