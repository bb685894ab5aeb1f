/** Astro's collection: one small entry for each page; the records stay on disk. */

import { defineCollection } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { recordFiles } from '../garden/record-files.ts';

const index = resolve(process.env['GARDEN_DIR'] ?? '.garden', recordFiles.index);

const entries = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(['note', 'journal', 'ghost', 'tag', 'unlisted', 'locked']),
    digest: z.string(),
    picture: z.string().optional(),
    references: z.number().optional(),
  }),
);

/** Loads the index of pages. In development the command asks for it again after each import. */
function gardenLoader(): Loader {
  return {
    name: 'garden',
    async load(context) {
      // A build compiles the pages for whatever notes there are; see `command/keep-renderer.ts`.
      if (process.env['GARDEN_RENDERER'] !== undefined) return context.store.clear();
      await fill(context);
    },
  };
}

async function fill({ store, parseData }: LoaderContext): Promise<void> {
  const pages = entries.parse(JSON.parse(await readFile(index, 'utf8')));
  const ids = new Set(pages.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { digest, ...page } of pages) {
    const data = await parseData({ id: page.id, data: { ...page, digest } });
    store.set({ id: page.id, data, digest });
  }
}

export const collections = {
  pages: defineCollection({
    loader: gardenLoader(),
    schema: z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(['note', 'journal', 'ghost', 'tag', 'unlisted', 'locked']),
      digest: z.string(),
      picture: z.string().optional(),
      references: z.number().optional(),
    }),
  }),
};
