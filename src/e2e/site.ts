/** A built site, opened for the tests of one file, with everything that goes wrong in its pages. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { inject } from 'vitest';
import { serveSite } from './static-host.ts';

export interface TestSite {
  /** Address of the site's host without a slash at its end. */
  readonly origin: string;
  /** Console errors, failed requests and requests to other hosts since the last look. */
  problems(): string[];
  /** A new page in the browser. */
  page(): Promise<Page>;
  /**
   * The one page of a test file, as if it were new: without routes, with the storage of the page that it
   * shows emptied, and the window and media of the context. A new one takes half a second of a core.
   */
  samePage(): Promise<Page>;
  /** What all pages of the file share: network, permissions, storage. */
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** A site that a test has built itself. */
interface OwnSite {
  readonly outDir: string;
  readonly base?: string;
}

/**
 * Opens a context of its own, with empty storage, in the browser that all files share: for the garden's
 * own site, which is served once for all files, or for one that the test has built.
 */
export async function openSite(
  options: BrowserContextOptions = {},
  own: OwnSite | null = null,
): Promise<TestSite> {
  const server = own && (await serveSite(own.outDir, own.base));
  const origin = server?.origin ?? inject('origin');
  const browser: Browser = await chromium.connect(inject('browser'));
  const context = await browser.newContext(options);
  context.setDefaultTimeout(60_000);
  const problems: string[] = [];
  watch(context, origin, problems);
  let same: Page | null = null;
  return {
    origin,
    problems: () => problems.splice(0),
    page: () => context.newPage(),
    async samePage() {
      if (same === null) same = await context.newPage();
      else await makeAsNew(same, options);
      return same;
    },
    context,
    async close() {
      await context.close();
      await browser.close();
      await server?.stop();
    },
  };
}

async function makeAsNew(page: Page, options: BrowserContextOptions): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.setViewportSize(options.viewport ?? { width: 1280, height: 720 });
  await page.emulateMedia({
    media: null,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    forcedColors: options.forcedColors ?? 'none',
  });
}

function watch(context: BrowserContext, origin: string, problems: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    const { message } = error.error();
    // A page that comes late is shown without its transition, and Chromium says so.
    if (!message.startsWith('Transition was aborted')) problems.push(`error: ${message}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(?:data|blob|about):/.test(url)) {
      problems.push(`request to another host: ${url}`);
    }
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
}
