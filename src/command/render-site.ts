/** Renders the pages, lists and feeds of the site that changed, and puts them into its folder. */
import type { SiteSettings } from '../settings/schema.ts';
import { counted, type Stage } from '../system/progress.ts';
import type { SiteCompiler } from './compile-site.ts';
import type { SiteFolders } from './folders.ts';
import {
  type Listings,
  listingsKey,
  RecordDigests,
  readFileKey,
  readListings,
} from './list-keys.ts';
import type { RenderThread } from './render-thread.ts';
import type { RenderTask, SentFile } from './render-worker.ts';
import type { SiteFolder } from './site-folder.ts';
import type { SitePlan } from './site-plan.ts';

/** Group of the files that are made of the records of the whole garden. */
const group = 'lists';

export interface RenderInput {
  readonly stage: Stage;
  readonly compiler: SiteCompiler;
  readonly thread: RenderThread;
}

/** Puts all pages, lists, feeds, scripts and styles into the site. @returns how many pages changed. */
export async function renderSite(
  folders: SiteFolders,
  plan: SitePlan,
  settings: SiteSettings,
  target: SiteFolder,
  { stage, compiler, thread }: RenderInput,
): Promise<number> {
  const renderer = await compiler.finish(plan.code, target);
  const stale = [...plan.pages].filter(([path, key]) => !target.isCurrent(path, key));
  const pages = new Set(stale.map(([path]) => path));
  for (const path of plan.pages.keys()) if (!pages.has(path)) target.keep(path);
  const lists = await staleLists(folders, plan, target);
  for (const path of lists.kept) target.keep(path, group);
  const listings = new Map(lists.listings);
  let rendered = 0;
  const put = async ({ path, key, content }: SentFile) => {
    if (content === undefined) return target.keep(path, group);
    const pageKey = plan.pages.get(path);
    if (pageKey === undefined) return target.write(path, content, key, group);
    await target.write(path, content, pageKey);
    rendered += 1;
    const state = `${counted(rendered, 'page')} of ${pages.size.toLocaleString('en')}`;
    stage.reached(state, rendered / pages.size);
  };
  const task: RenderTask = {
    ...{ renderer, pages, settings, components: lists.components },
    ...{ version: plan.version, digests: plan.records },
    current: target.currentKeys(group),
  };
  if (pages.size > 0 || lists.components?.size !== 0) {
    const taken: Promise<void>[] = [];
    await thread.render(task, (message) => {
      if ('path' in message) taken.push(put(message));
      else listings.set(message.component, message.reads);
    });
    await Promise.all(taken);
  }
  target.endGroup(group, listingsKey(plan.version, listings));
  return rendered;
}

interface StaleLists {
  /** Modules whose files may have changed; null for all. */
  readonly components: ReadonlySet<string> | null;
  /** Paths of the files of all other modules. */
  readonly kept: readonly string[];
  /** What these modules read to say which files there are. */
  readonly listings: Listings;
}

/** Finds the modules that would say something else now, or of which a file is not as it was. */
async function staleLists(
  { garden }: SiteFolders,
  plan: SitePlan,
  target: SiteFolder,
): Promise<StaleLists> {
  const before = readListings(target.keyOfGroup(group), plan.version);
  const all: StaleLists = { components: null, kept: [], listings: new Map() };
  if (before.size === 0) return all;
  const digests = new RecordDigests(garden, plan.records);
  const stale = new Set<string>();
  for (const [component, reads] of before) {
    if (!(await digests.areSame(reads))) stale.add(component);
  }
  const current = target.currentKeys(group);
  const files: (readonly [path: string, component: string])[] = [];
  for (const [path, key] of target.keysOf(group)) {
    const made = readFileKey(key);
    // A file without a module that is known cannot be made anew alone.
    if (made === null || !before.has(made.component)) return all;
    const { component, reads } = made;
    files.push([path, component]);
    if (stale.has(component)) continue;
    if (!current.has(path) || !(await digests.areSame(reads))) stale.add(component);
  }
  return {
    components: stale,
    kept: files.flatMap(([path, component]) => (stale.has(component) ? [] : [path])),
    listings: new Map([...before].filter(([component]) => !stale.has(component))),
  };
}
