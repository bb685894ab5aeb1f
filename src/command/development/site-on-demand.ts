/** Makes single files of the site when they are asked for, from the records as they are then. */
import type { SiteSettings } from '../../settings/schema.ts';
import {
  type App,
  type AppRoutes,
  componentsOf,
  fileOf,
  forgetRecords,
  loadApp,
  type Route,
  routesOf,
  type SiteRoute,
} from '../site-renderer.ts';

type Files = ReadonlyMap<string, SiteRoute>;

/** Module of the pages that have a record of their own: most requests are for one of them. */
const pageComponent = 'src/site/pages/[...slug].astro';

/** The pages, lists and feeds that a renderer can make. Only one at a time may be open in a thread. */
export class SiteOnDemand {
  readonly #app: App;
  /** The routes of each module, in the order in which they are asked. */
  readonly #components: readonly (readonly [string, AppRoutes])[];
  /** Files of the modules that were asked, by module. */
  #files = new Map<string, Promise<Files>>();

  private constructor(app: App) {
    this.#app = app;
    this.#components = [...componentsOf(app)].sort(([a], [b]) => {
      return Number(b === pageComponent) - Number(a === pageComponent);
    });
  }

  /** Opens the renderer in a folder. @throws Error when it is missing or damaged. */
  static async open(folder: string, settings: SiteSettings): Promise<SiteOnDemand> {
    return new SiteOnDemand(await loadApp(folder, settings));
  }

  /** Says that the records changed. */
  refresh(): void {
    this.#files = new Map();
    forgetRecords(this.#app);
  }

  /** Whether the site has a file at this path below its root, such as `kafka/index.html`. */
  async has(path: string): Promise<boolean> {
    return (await this.#find(path)) !== null;
  }

  /** The file at this path; null where the site has none. @throws Error that names the page and why it failed. */
  async render(path: string): Promise<Uint8Array | null> {
    const files = this.#files;
    try {
      const file = await this.#find(path);
      return file && (await file.render()).content;
    } catch (error) {
      // The records changed meanwhile: they tell whether there still is such a page.
      if (files !== this.#files) return this.render(path);
      throw error;
    }
  }

  async #find(path: string): Promise<SiteRoute | null> {
    for (const [component, routes] of this.#components) {
      if (!routes.some(({ routeData }) => canMake(routeData, path))) continue;
      const file = (await this.#filesOf(component, routes)).get(path);
      if (file !== undefined) return file;
    }
    return null;
  }

  #filesOf(component: string, routes: AppRoutes): Promise<Files> {
    const all = this.#files;
    const known = all.get(component);
    if (known !== undefined) return known;
    const listed = routesOf(this.#app, component, routes).then(
      ({ files }): Files => new Map(files.map((file) => [file.path, file])),
    );
    all.set(component, listed);
    // The next request tries again.
    listed.catch(() => all.delete(component));
    return listed;
  }
}

/** Whether a file may be one of a route: that of a fixed address, or one whose address has its form. */
function canMake(route: Route, path: string): boolean {
  if (route.pathname !== undefined) return fileOf(route.pathname, route) === path;
  const address = `/${path.replace(/(^|\/)index\.html$/u, '')}`;
  // Astro's patterns of pages, and of some endpoints, end with a slash.
  return route.pattern.test(address) || route.pattern.test(`${address}/`);
}
