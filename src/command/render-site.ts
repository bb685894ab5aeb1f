/** Renders the pages, lists and feeds of the site that changed, and puts them into its folder. */
import { pageExcerptsFile, pageRecordFile } from '../garden/record-files.ts';
import type { SiteSettings } from '../settings/schema.ts';
import { counted, type Stage } from '../system/progress.ts';
import { compileSite } from './compile-site.ts';
import type { SiteFolders } from './folders.ts';
import type { RenderTask, SentFile } from './render-worker.ts';
import { runWorker } from './run-worker.ts';
import { setEnvironment } from './set-environment.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SitePlan } from './site-plan.ts';

/** Group of the files that are made of the records of the whole garden. */
const group = 'lists';

/** Puts all pages, lists, feeds, scripts and styles into the site. @returns how many pages changed. */
export async function renderSite(
  folders: SiteFolders,
  plan: SitePlan,
  settings: SiteSettings,
  target: SiteFolder,
  stage: Stage,
): Promise<number> {
  const renderer = await compileSite(folders, plan.code, target);
  const stale = [...plan.pages].filter(([path, key]) => !target.isCurrent(path, key));
  const pages = new Set(stale.map(([path]) => path));
  for (const path of plan.pages.keys()) if (!pages.has(path)) target.keep(path);
  const areListsKept = target.keepGroup(group, plan.lists);
  if (pages.size === 0 && areListsKept) return 0;
  const digests = plan.entries.flatMap(({ id, digest }) => [
    [pageRecordFile(id), digest] as const,
    [pageExcerptsFile(id), digest] as const,
  ]);
  const task: RenderTask = {
    renderer,
    garden: folders.garden,
    pages,
    others: areListsKept ? null : target.currentKeys(),
    digests: new Map(digests),
    version: plan.version,
    settings,
  };
  setEnvironment(folders);
  let rendered = 0;
  await eachFile(task, async ({ path, key, content }) => {
    if (content === undefined) return target.keep(path, group);
    const pageKey = plan.pages.get(path);
    if (pageKey === undefined) return target.write(path, content, key, group);
    await target.write(path, content, pageKey);
    rendered += 1;
    const state = `${counted(rendered, 'page')} of ${pages.size.toLocaleString('en')}`;
    stage.reached(state, rendered / pages.size);
  });
  if (!areListsKept) target.endGroup(group, plan.lists);
  return rendered;
}

/** Renders in a thread of its own, and calls `put` for each file as it comes. */
async function eachFile(task: RenderTask, put: (file: SentFile) => Promise<void>): Promise<void> {
  const puts: Promise<void>[] = [];
  const url = new URL('./render-worker.ts', import.meta.url);
  await runWorker(url, task, (file: SentFile) => {
    puts.push(put(file));
  });
  await Promise.all(puts);
}
