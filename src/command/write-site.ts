/** Writes the site's folder: Astro's pages, search index, copies, attachments, licences. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteRecord } from '../garden/page.ts';
import { pageMarkdownFile, recordFiles } from '../garden/record-files.ts';
import type { IndexMessage } from '../search/index/index-worker.ts';
import type { SiteSettings } from '../settings/schema.ts';
import { digestOf, mapFiles } from '../system/disk.ts';
import { counted, type Progress } from '../system/progress.ts';
import type { SiteCompiler } from './compile-site.ts';
import type { SiteFolders } from './folders.ts';
import { noJekyllFile, redirectsFile, redirectsText } from './host-files.ts';
import type { IndexThread } from './index-thread.ts';
import { licensesFile, licenseTexts } from './licenses.ts';
import { type RenderInput, renderSite } from './render-site.ts';
import type { RenderThread } from './render-thread.ts';
import { SiteFolder, type WriteListener } from './site-folder.ts';
import { planSite, type SitePlan } from './site-plan.ts';
import type { SiteVersion } from './site-version.ts';

/** Group of the files of the search index. */
const indexGroup = 'index';

export interface SiteInput {
  readonly version: SiteVersion;
  readonly settings: SiteSettings;
  /** Where the site is served, with a slash at both ends. */
  readonly base: string;
  readonly index: IndexThread;
  readonly compiler: SiteCompiler;
  readonly renderer: RenderThread;
  readonly onWrite: WriteListener;
}

/** Makes what changed, and puts it into the folder of the site. @returns its files, as `SiteFolder.finish` does. */
export async function writeSite(
  folders: SiteFolders,
  { version, settings, base, index, compiler, renderer, onWrite }: SiteInput,
  progress: Progress,
): Promise<ReadonlyMap<string, string>> {
  const { garden, cache, site } = folders;
  const plan = await planSite(garden, version);
  const target = await SiteFolder.open(site, cache, onWrite);
  // Astro renders in one thread and the index is made in another; this one checks what it writes.
  await Promise.all([
    putIndex(index, plan, settings, target, progress),
    putPages(folders, plan, settings, target, { progress, compiler, thread: renderer }),
    putOtherFiles(folders, plan, settings, target),
  ]);
  await putHostFiles(folders, base, target);
  return target.finish();
}

/** Copies of the notes, what lies beside them, and the licences. */
async function putOtherFiles(
  folders: SiteFolders,
  plan: SitePlan,
  settings: SiteSettings,
  target: SiteFolder,
): Promise<void> {
  if (settings.copies) await putCopies(folders, plan, target);
  await target.copyAll(join(folders.garden, recordFiles.files));
  await target.write(licensesFile, await licenseTexts());
}

async function putPages(
  folders: SiteFolders,
  plan: SitePlan,
  settings: SiteSettings,
  target: SiteFolder,
  { progress, ...threads }: Omit<RenderInput, 'stage'> & { readonly progress: Progress },
): Promise<void> {
  const stage = progress.stage('build');
  const rendered = await renderSite(folders, plan, settings, target, { stage, ...threads });
  stage.end(`${counted(plan.pages.size, 'page')}, ${rendered.toLocaleString('en')} changed`);
}

/** What hosts read of the site themselves. */
async function putHostFiles(
  { garden }: SiteFolders,
  base: string,
  target: SiteFolder,
): Promise<void> {
  const record = await readFile(join(garden, recordFiles.site), 'utf8');
  const redirects = redirectsText((JSON.parse(record) as SiteRecord).redirects, base);
  await target.write(noJekyllFile, '');
  if (redirects !== '') await target.write(redirectsFile, redirects);
}

async function putIndex(
  thread: IndexThread,
  plan: SitePlan,
  { searchTextsPerFile }: SiteSettings,
  target: SiteFolder,
  progress: Progress,
): Promise<void> {
  const stage = progress.stage('index');
  const textsPerFile = searchTextsPerFile ?? null;
  const index = digestOf(plan.index, String(textsPerFile));
  if (target.keepGroup(indexGroup, index)) return stage.end('unchanged');
  const writes: Promise<void>[] = [];
  let pages = 0;
  const order = { textsPerFile, current: target.currentKeys(indexGroup) };
  await thread.write(order, (message: IndexMessage) => {
    if ('path' in message) {
      writes.push(target.write(message.path, message.content, message.key, indexGroup));
      return;
    }
    pages = message.pages;
    for (const path of message.kept) target.keep(path, indexGroup);
  });
  await Promise.all(writes);
  target.endGroup(indexGroup, index);
  stage.end(`${counted(pages, 'page')} to search`);
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
