import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { baseOf } from './scripts/import/policy.ts';
import { gardenFiles } from './scripts/site/garden-files.ts';
import { site } from './src/site.ts';

const cache = process.env.GARDEN_CACHE ?? '.cache';

export default defineConfig({
  site: site.url,
  base: baseOf(site, process.env),
  trailingSlash: 'always',
  // `npm ci` empties node_modules, where Astro would keep what it rendered.
  cacheDir: `./${cache}/astro`,
  integrations: [mdx(), gardenFiles()],
  experimental: { incrementalBuild: true },
});
