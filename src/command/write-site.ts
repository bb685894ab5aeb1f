/** Writes the site's folder: Astro's pages, search index, copies, attachments, licences. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { pageMarkdownFile, recordFiles } from '../garden/record-files.ts';
import type { SearchSource } from '../search/index/index-search.ts';
import { mapFiles } from '../system/disk.ts';
import { writeMarker } from '../system/folder-marker.ts';
import { counted, type Progress } from '../system/progress.ts';
import type { SiteFolders } from './folders.ts';
import { licensesFile, licenseTexts } from './licenses.ts';
import { renderSite } from './render-site.ts';
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

async function putPages(
  folders: SiteFolders,
  plan: SitePlan,
  target: SiteFolder,
  progress: Progress,
): Promise<void> {
  const stage = progress.stage('build');
  const rendered = await renderSite(folders, plan, target, stage);
  stage.end(`${counted(plan.pages.size, 'page')}, ${rendered.toLocaleString('en')} changed`);
}

async function putIndex(
  folders: SiteFolders,
  { index }: SitePlan,
  target: SiteFolder,
  progress: Progress,
): Promise<void> {
  const stage = progress.stage('index');
  if (target.keepGroup('index', index)) return stage.end('unchanged');
  const made = join(folders.cache, 'site', 'search');
  await rm(made, { recursive: true, force: true });
  const pages = await indexInThread({ records: folders.garden, out: made });
  await target.moveAll(made, 'index');
  target.endGroup('index', index);
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
