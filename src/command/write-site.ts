/** Writes the site's folder: Astro's pages, search index, copies, attachments, licences. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'astro';
import { pageMarkdownFile, recordFiles } from '../garden/record-files.ts';
import type { SearchSource } from '../search/index/index-search.ts';
import { mapFiles, writeBytes } from '../system/disk.ts';
import { writeMarker } from '../system/folder-marker.ts';
import { counted, type Progress } from '../system/progress.ts';
import type { SiteFolders } from './folders.ts';
import { licensesFile, licenseTexts } from './licenses.ts';
import { setEnvironment } from './set-environment.ts';
import { SiteFolder } from './site-folder.ts';
import { planSite, type SitePlan } from './site-plan.ts';

/** Makes what changed, and puts it into the folder of the site. */
export async function writeSite(
  folders: SiteFolders,
  { version, hasCopies }: { readonly version: string; readonly hasCopies: boolean },
  progress: Progress,
): Promise<void> {
  const { garden, cache, site } = folders;
  const plan = await planSite(garden, version);
  const target = await SiteFolder.open(site, cache);
  await writeMarker(site, 'incomplete');
  // Astro renders in this thread while another one makes the index.
  await Promise.all([
    putIndex(folders, plan, target, progress),
    putPages(folders, plan, target, progress),
  ]);
  if (hasCopies) await putCopies(folders, plan, target);
  await target.copyAll(join(garden, recordFiles.files));
  await target.write(licensesFile, await licenseTexts());
  await target.finish();
}

/** The output of Astro: pages that changed, and all lists, feeds and scripts if any record did. */
async function putPages(
  folders: SiteFolders,
  { pages, others }: SitePlan,
  target: SiteFolder,
  progress: Progress,
): Promise<void> {
  const stage = progress.stage('build');
  const stale = [...pages].filter(([path, key]) => !target.isCurrent(path, key));
  for (const [path, key] of pages) if (target.isCurrent(path, key)) target.keep(path);
  const prefix = `astro ${others}`;
  if (stale.length > 0 || !target.keepAll(prefix)) {
    const made = join(folders.cache, 'site', 'pages');
    const list = join(folders.cache, 'site', 'stale-pages.json');
    await rm(made, { recursive: true, force: true });
    await writeBytes(list, JSON.stringify(stale.map(([path]) => path)));
    setEnvironment(folders);
    process.env['GARDEN_STALE_PAGES'] = list;
    await build({ outDir: made, logLevel: 'warn' });
    await target.moveAll(made, (path, content) => pages.get(path) ?? `${prefix} ${content()}`);
    await rm(made, { recursive: true, force: true });
  }
  stage.end(`${counted(pages.size, 'page')}, ${stale.length.toLocaleString('en')} changed`);
}

async function putIndex(
  folders: SiteFolders,
  { index }: SitePlan,
  target: SiteFolder,
  progress: Progress,
): Promise<void> {
  const stage = progress.stage('index');
  const prefix = `index ${index}`;
  if (target.keepAll(prefix)) return stage.end('unchanged');
  const made = join(folders.cache, 'site', 'search');
  await rm(made, { recursive: true, force: true });
  const pages = await indexInThread({ records: folders.garden, out: made });
  await target.moveAll(made, (_path, content) => `${prefix} ${content()}`);
  await rm(made, { recursive: true, force: true });
  stage.end(`${counted(pages, 'page')} to search`);
}

/** @returns how many pages can be found. */
function indexInThread(source: SearchSource): Promise<number> {
  const worker = new Worker(new URL('../search/index/index-worker.ts', import.meta.url), {
    workerData: source,
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`The search index failed (exit code ${code}).`)),
    );
  });
}

/** Markdown copies of the notes. */
async function putCopies(
  { garden }: SiteFolders,
  { entries }: SitePlan,
  target: SiteFolder,
): Promise<void> {
  const notes = entries.filter(({ kind }) => kind === 'note' || kind === 'journal');
  await mapFiles(notes, ({ id, digest }) => {
    return target.copy(`${id}.md`, digest, join(garden, pageMarkdownFile(id)));
  });
}
