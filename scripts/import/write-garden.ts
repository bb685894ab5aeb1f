/** Writes what the site reads besides the pages, and removes what no longer belongs there. */
import { join } from 'node:path';
import type { Garden } from '../../src/garden/garden.ts';
import { renderSite, summaries } from '../../src/garden/render/render-site.ts';
import { copyIfChanged, keepOnly, mapFiles, writeIfChanged } from '../disk.ts';
import type { Drawings } from './draw-diagrams.ts';
import { graphJson } from './graph.ts';
import { type PageEntry, recordName } from './render-pages.ts';

/** Writes indexes and files of the garden. `index.json` comes last: who watches it finds the rest. */
export async function writeGarden(
  garden: Garden,
  entries: readonly PageEntry[],
  drawings: Drawings,
  locations: ReadonlyMap<string, string>,
  out: string,
): Promise<void> {
  await copyAssets(garden, drawings, locations, join(out, 'files'));
  await writeIfChanged(join(out, 'notes.json'), JSON.stringify(summaries(garden)));
  await writeIfChanged(join(out, 'site.json'), JSON.stringify(renderSite(garden)));
  await writeIfChanged(join(out, 'graph.json'), graphJson(garden));
  await keepOnly(join(out, 'pages'), new Set(entries.map(({ id }) => recordName(id))));
  await writeIfChanged(join(out, 'index.json'), JSON.stringify(entries));
}

async function copyAssets(
  garden: Garden,
  drawings: Drawings,
  locations: ReadonlyMap<string, string>,
  folder: string,
): Promise<void> {
  const wanted = new Set<string>();
  await mapFiles([...garden.assets], async ([path, { permalink }]) => {
    const name = permalink.replace(/^\//, '');
    wanted.add(name);
    await copyIfChanged(locations.get(path) ?? path, join(folder, name));
  });
  for (const { name, content } of drawings.files()) {
    wanted.add(name);
    await writeIfChanged(join(folder, name), content);
  }
  await keepOnly(folder, wanted);
}
