/** A real Chromium for the tests, wherever the machine has one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type LaunchOptions } from 'playwright-core';

/** Where systems put Chromium, Chrome and Edge. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser itself may make no requests: each request is then the page's. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * How to start Chromium: `CHROMIUM_PATH`; else on Linux x64 the headless one that the package
 * @sparticuz/chromium carries, which is the same everywhere and needs half the time of a whole browser;
 * else one of the system.
 * @throws Error that says what to install where there is none.
 */
export async function findChromium(environment: NodeJS.ProcessEnv): Promise<LaunchOptions> {
  const named = environment['CHROMIUM_PATH'];
  if (named) return { executablePath: named, args: quiet };
  const carried =
    process.platform === 'linux' && process.arch === 'x64' ? await carriedChromium() : null;
  if (carried) return carried;
  const found = usualPlaces.find((path) => existsSync(path));
  if (found) return { executablePath: found, args: quiet };
  throw new Error('No Chromium, Chrome or Edge is installed: install one, or set CHROMIUM_PATH.');
}

/**
 * The Chromium inside @sparticuz/chromium. On a bare machine it also needs the libraries and fonts that
 * the package carries for the hosts it was made for. Null where it does not start.
 */
async function carriedChromium(): Promise<LaunchOptions | null> {
  const carried = await import('@sparticuz/chromium');
  const executablePath = await carried.default.executablePath();
  const starts = (env: Record<string, string>) =>
    spawnSync(executablePath, ['--version'], { env: { ...definedIn(process.env), ...env } })
      .status === 0;
  const env: Record<string, string> = {};
  if (!starts(env)) {
    const packed = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    await carried.inflate(join(dirname(packed), '../bin/al2023.tar.br'));
    env['LD_LIBRARY_PATH'] = join(tmpdir(), 'al2023', 'lib');
    if (!starts(env)) return null;
  }
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(tmpdir(), 'fonts');
  return { executablePath, args: quiet, env: { ...definedIn(process.env), ...env } };
}

function definedIn(environment: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(environment).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  return Object.fromEntries(entries);
}

/** A browser with a profile of its own, gone when it is closed. */
export interface TestBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts Chromium with an empty profile. Further options are Playwright's, such as `javaScriptEnabled`. */
export async function startBrowser(
  options: Parameters<typeof chromium.launchPersistentContext>[1] = {},
): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'garden-browser-'));
  const launch = await findChromium(process.env);
  const context = await chromium.launchPersistentContext(profile, {
    headless: true,
    ...launch,
    ...options,
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
