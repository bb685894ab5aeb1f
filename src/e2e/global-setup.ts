/** What all browser tests share, started once: a server of the built site and a browser. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from './browser.ts';
import { type StaticHost, serveSite } from './static-host.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built site is served, without a slash at its end. */
    readonly origin: string;
    /** Where Playwright connects to the browser. */
    readonly browser: string;
    /** A folder for what one test file makes and others use. */
    readonly shared: string;
  }
}

let server: StaticHost;
let browser: BrowserServer;
let shared = '';

/** Serves `dist/`, or `GARDEN_SITE`. @throws Error where no site is built. */
export async function setup(project: TestProject): Promise<void> {
  const outDir = process.env['GARDEN_SITE'] ?? 'dist';
  if (!existsSync(join(outDir, 'index.html'))) {
    throw new Error(`There is no site in ${outDir}: run “npm run build” before the browser tests.`);
  }
  server = await serveSite(outDir);
  browser = await chromium.launchServer({ headless: true, ...(await findChromium(process.env)) });
  project.provide('origin', server.origin);
  project.provide('browser', browser.wsEndpoint());
  shared = await mkdtemp(join(tmpdir(), 'garden-shared-'));
  project.provide('shared', shared);
}

export async function teardown(): Promise<void> {
  await browser?.close();
  await server?.stop();
  if (shared !== '') await rm(shared, { recursive: true, force: true });
}
