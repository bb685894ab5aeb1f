/** The built site, served for the tests of one file, with everything that went wrong in its pages. */
import { preview } from 'astro';
import type { BrowserContext, Page } from 'playwright-core';
import { startBrowser, type TestBrowser } from './browser.ts';

export interface TestSite {
  /** Address of the site's host without a slash at its end. */
  readonly origin: string;
  /** Console errors, failed requests and requests to other hosts since the last look. */
  problems(): string[];
  /** A new page in the browser. */
  page(): Promise<Page>;
  /** What all pages of the browser share: network, permissions, storage. */
  readonly context: BrowserContext;
  close(): Promise<void>;
}

type BrowserOptions = Parameters<typeof startBrowser>[0];

interface ServedSite {
  /** Folder of the site: `dist/`, or `GARDEN_SITE`, unless a test has built its own. */
  readonly outDir?: string;
  readonly base?: string;
}

/** Serves a built site on a free port and opens a browser for it. */
export async function openSite(
  options: BrowserOptions = {},
  { outDir = process.env['GARDEN_SITE'] ?? 'dist', base }: ServedSite = {},
): Promise<TestSite> {
  const server = await preview({
    outDir,
    ...(base && { base }),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const browser = await startBrowser(options);
  const problems: string[] = [];
  watch(browser, origin, problems);
  return {
    origin,
    problems: () => problems.splice(0),
    page: () => browser.context.newPage(),
    context: browser.context,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

function watch({ context }: TestBrowser, origin: string, problems: string[]): void {
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
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
