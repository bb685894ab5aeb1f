/** Runs the modules that Astro compiled, without Astro's build: they make a page in a few milliseconds. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { NoteExcerpts, SiteRecord } from '../garden/page.ts';
import type { SiteSettings } from '../settings/schema.ts';
import { readRenderer } from './keep-renderer.ts';

/** The files that one module of the source makes. */
export interface SiteRoutes {
  /** The module, from the project's root. */
  readonly component: string;
  /** Names of the record files by which it says which files there are, sorted. */
  readonly reads: readonly string[];
  readonly files: readonly SiteRoute[];
}

/** A page or other file that the site's routes can make. */
export interface SiteRoute {
  /** Path of the file below the site's root, such as `kafka/index.html`. */
  readonly path: string;
  /** What the route gives to this file, as JSON. */
  readonly props: () => string;
  readonly render: () => Promise<RenderedFile>;
}

export interface RenderedFile {
  readonly content: Uint8Array;
  /** Names of the record files that were read for it, sorted. */
  readonly reads: readonly string[];
}

type Paths = Awaited<ReturnType<StaticPaths['getAll']>>;
export type Route = Paths[number]['route'];

/** What is used of Astro's application. */
export interface App {
  readonly manifest: {
    readonly base: string;
    readonly routes: readonly { readonly routeData: Route }[];
  };
  readonly routeCache: {
    clearAll(): void;
    get(route: Route):
      | {
          readonly staticPaths?: {
            readonly keyed: ReadonlyMap<string, { readonly props?: object }>;
          };
        }
      | undefined;
  };
  getComponentByRoute(route: Route): Promise<unknown>;
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { readonly routeData: Route }): Promise<Response>;
}

/** What Astro's application needs of the build that compiled it. */
const options = {
  settings: { scripts: [] },
  logger: { options: { destination: { write: () => true }, level: 'error' } },
};

/**
 * What the modules find: a set for the names of the records that they read, the excerpts and the record of the
 * site that they have read, and the owner's settings.
 */
const shared = globalThis as {
  gardenReads?: Set<string>;
  gardenExcerpts?: Map<string, NoteExcerpts | null>;
  gardenSite?: SiteRecord | null;
  gardenSettings?: { -readonly [Name in keyof SiteSettings]?: SiteSettings[Name] };
};

/** Astro's application in a folder. @throws Error when the renderer is missing or damaged. */
export async function loadApp(folder: string, settings: SiteSettings): Promise<App> {
  shareSettings(settings);
  const record = await readRenderer(folder);
  if (record === null) throw new Error(`There is no renderer in ${folder}.`);
  const { app } = (await import(pathToFileURL(join(folder, record.entry)).href)) as { app: App };
  const pages = record.styles.map(([key, styles]) => [key, { styles: [...styles] }] as const);
  app.setInternals({ pagesByKeys: new Map(pages), entrySpecifierToBundleMap: new Map() });
  app.setOptions(options);
  forgetRecords(app);
  return app;
}

/** Modules that run keep the object with the settings: the next renderer may be the same modules. */
function shareSettings(settings: SiteSettings): void {
  shared.gardenSettings ??= {};
  const { gardenSettings: held } = shared;
  for (const name of Object.keys(held)) delete held[name as keyof SiteSettings];
  Object.assign(held, settings);
}

/** Has an application read all records anew. */
export function forgetRecords(app: App): void {
  shared.gardenReads = new Set();
  shared.gardenExcerpts = new Map();
  shared.gardenSite = null;
  app.routeCache.clearAll();
}

export type AppRoutes = App['manifest']['routes'];

/** The routes of each module. */
export function componentsOf({ manifest }: App): ReadonlyMap<string, AppRoutes> {
  return Map.groupBy(manifest.routes, ({ routeData }) => routeData.component);
}

/** The files of one module, as the records are now. */
export async function routesOf(
  app: App,
  component: string,
  routes: AppRoutes,
): Promise<SiteRoutes> {
  const reads = new Set<string>();
  shared.gardenReads = reads;
  const part = {
    manifest: { ...app.manifest, routes },
    routeCache: app.routeCache,
    getComponentByRoute: (route: Route) => app.getComponentByRoute(route),
  };
  const paths = new StaticPaths(part as unknown as ConstructorParameters<typeof StaticPaths>[0]);
  const files = (await paths.getAll()).map(
    ({ pathname, route }): SiteRoute => ({
      path: fileOf(pathname, route),
      props: () => {
        const given = app.routeCache.get(route)?.staticPaths?.keyed.get(pathname)?.props;
        return JSON.stringify(given ?? {});
      },
      render: () => renderFile(app, pathname, route),
    }),
  );
  return { component, reads: [...reads].sort(), files };
}

async function renderFile(app: App, pathname: string, route: Route): Promise<RenderedFile> {
  const place = pathname.replace(/^\/|\/$/g, '');
  // Astro's patterns of pages, and of endpoints whose name is made of parameters, end with a slash.
  const end = place !== '' && (pathname.endsWith('/') || route.type === 'page') ? '/' : '';
  const address = app.manifest.base.replace(/\/?$/, '/') + place + end;
  const files = new Set<string>();
  shared.gardenReads = files;
  const request = new Request(new URL(address, 'http://localhost'));
  try {
    const response = await app.render(request, { routeData: route });
    const content = new Uint8Array(await response.arrayBuffer());
    return { content, reads: [...files].sort() };
  } catch (error) {
    throw new Error(`The page ${address} cannot be rendered: ${error}`, { cause: error });
  }
}

/** The file of a page or endpoint: hosts look for `404.html` by that name. */
export function fileOf(pathname: string, { type }: Route): string {
  const place = pathname.replace(/^\/|\/$/g, '');
  if (type === 'endpoint') return place;
  if (place === '') return 'index.html';
  return place === '404' ? '404.html' : `${place}/index.html`;
}
