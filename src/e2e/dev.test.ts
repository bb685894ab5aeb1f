/** The development server: a saved note shows without a restart. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { goTo, settled } from './go-to.ts';
import { type OwnGarden, ownerEnvironment, ownGarden } from './own-garden.ts';

/** The notes, and a copy of the project: the server and a build in one project disturb each other. */
let folder = '';
let project: OwnGarden;
let origin = '';
let server: ChildProcess | undefined;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'garden-dev-'));
  await put('One.md', 'First, with [[Two]].');
  await put('Two.md', 'Second.');
  project = await ownGarden(join(folder, 'notes'));
  origin = `http://127.0.0.1:${await freePort()}`;
  start();
  browser = await chromium.connect(inject('browser'));
  context = await browser.newContext();
  await until('/one/', (status, text) => status === 200 && text.includes('First'));
});

afterAll(async () => {
  await context?.close();
  await browser?.close();
  server?.kill();
  await project.remove();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

test('an edited note shows its new text', async () => {
  await put('One.md', 'First, edited, with [[Two]].');
  await until('/one/', (_, text) => text.includes('edited'));
});

test('a new note in a new folder has a page, and its link a backlink', async () => {
  await put('sub/Three.md', 'Third, about [[One]].');
  await until('/sub/three/', (status, text) => status === 200 && text.includes('Third'));
  await until('/one/', (_, text) => text.includes('/sub/three/'));
});

test('a deleted note is gone, and the link to it no longer leads anywhere', async () => {
  await rm(join(folder, 'notes', 'Two.md'));
  await until('/two/', (status) => status === 404);
  await until('/one/', (_, text) => !text.includes('href="/two/"'));
});

test('the author sees what is wrong in the note, until it is dismissed or mended', async () => {
  await put('Four.md', 'Fourth, with [[Nowhere]].');
  await until('/four/', (status) => status === 200);
  const page = await context.newPage();
  await page.goto(`${origin}/four/`);
  const bar = page.getByRole('complementary', { name: 'Diagnostics of this note' });
  await bar.getByText('1 diagnostic').click();
  expect(await bar.getByRole('listitem').textContent()).toBe(
    'Four.md:1:14 unresolved-link: No note is called “Nowhere”.',
  );
  await bar.getByRole('button').click();
  await page.reload();
  await settled(page);
  expect(await bar.count()).toBe(0);
  await put('Four.md', 'Fourth, with [[Nowhere]] and [[Nobody]].');
  await bar.getByText('2 diagnostics').waitFor();
  await put('Four.md', 'Fourth.');
  await bar.waitFor({ state: 'detached' });
  await page.close();
});

test('the search finds what was written a moment ago', async () => {
  await put('Five.md', 'About zebrawood.');
  const page = await context.newPage();
  await expect
    .poll(
      async () => {
        await page.goto(`${origin}/search/?q=zebrawood`);
        // A list without results is there, and has no height.
        const done = page.locator('[data-search-results][data-state=done]');
        await done.waitFor({ state: 'attached' });
        return page.locator('[data-search-results] [data-permalink]').count();
      },
      { timeout: 120_000 },
    )
    .toBe(1);
  await page.close();
});

test('an edit above the reader moves nothing in view, and one of another note loads nothing', async () => {
  const long = Array.from({ length: 80 }, (_, at) => `## Part ${at}\n\nText.\n`).join('\n');
  await put('Six.md', long);
  await until('/six/', (_, text) => text.includes('Part 79'));
  const page = await context.newPage();
  await goTo(page, `${origin}/six/`);
  const heading = page.locator('#part-40');
  await heading.evaluate((element) => {
    scrollTo({ top: scrollY + element.getBoundingClientRect().top - 150, behavior: 'instant' });
    document.body.dataset['stays'] = 'yes';
  });
  await put('Seven.md', 'Another note.');
  await until('/seven/', (status) => status === 200);
  expect(await page.locator('body[data-stays]').count()).toBe(1);
  await put('Six.md', `New.\n\nAnd more.\n\n${long}`);
  await page.locator('body:not([data-stays])').waitFor();
  const top = () => heading.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await expect.poll(top).toBe(150);
  await page.close();
});

test('addresses are answered as hosts answer them, with the pages that a build makes', async () => {
  const answers = [
    '/one',
    '/one/?a=b',
    '/none/',
    '/one.md',
    '/favicon.svg',
    '/%',
    '/..%2f..%2fOne.md',
  ];
  const seen = answers.map(async (path) => {
    const response = await fetch(origin + path, { redirect: 'manual' });
    const { status, headers } = response;
    return [path, status, headers.get('location') ?? headers.get('content-type')];
  });
  expect(await Promise.all(seen)).toEqual([
    ['/one', 302, '/one/'],
    ['/one/?a=b', 200, 'text/html; charset=utf-8'],
    ['/none/', 404, 'text/html; charset=utf-8'],
    ['/one.md', 200, 'text/markdown; charset=utf-8'],
    ['/favicon.svg', 200, 'image/svg+xml; charset=utf-8'],
    ['/%', 404, 'text/html; charset=utf-8'],
    ['/..%2f..%2fOne.md', 404, 'text/html; charset=utf-8'],
  ]);
  const page = await (await fetch(`${origin}/one/`)).text();
  expect(page).toContain('http-equiv="content-security-policy"');
});

test('another name of this machine is not answered: a site could give it one, and read the notes', async () => {
  const { port } = new URL(origin);
  const ask = (host: string) =>
    new Promise((resolve) => {
      get({ host: '127.0.0.1', port, path: '/one/', headers: { host } }, ({ statusCode }) => {
        resolve(statusCode);
      });
    });
  expect([await ask(`localhost:${port}`), await ask('site.example')]).toEqual([200, 403]);
});

test('neither the page nor the copy of a note that becomes private is served', async () => {
  await put('Nine.md', 'Ninth.');
  await until('/nine/', (status) => status === 200);
  await until('/nine.md', (status) => status === 200);
  await put('Nine.md', '---\npublish: false\n---\nNinth.');
  await until('/nine/', (status) => status === 404);
  await until('/nine.md', (status) => status === 404);
});

test('files that come and go while they are read do not end the server', async () => {
  for (let count = 0; count < 60; count += 1) {
    await put('Gone.md', 'x');
    await rm(join(folder, 'notes', 'Gone.md'));
    if (count % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 120));
  }
  await put('Eight.md', 'Eighth.');
  await until('/eight/', (status) => status === 200);
});

test('a changed setting shows, and one that is wrong is corrected without a restart', async () => {
  await put('garden.yaml', 'title: Quay\n');
  await until('/one/', (_, text) => text.includes('· Quay</title>'));
  await put('garden.yaml', 'titel: Wharf\n');
  await until('/one/', (status) => status === 500);
  await put('garden.yaml', 'title: Wharf\n');
  await until('/one/', (_, text) => text.includes('· Wharf</title>'));
});

test('styles and HTML of the owner show when they come, change and go', async () => {
  await put('.garden/head.html', '<meta name="owner" content="Ada">');
  await until('/one/', (_, text) => text.includes('content="Ada"'));
  await put('.garden/theme.css', 'h1 { color: #123123 }');
  await expect.poll(styles, { timeout: 60_000 }).toContain('#123123');
  await put('.garden/theme.css', 'h1 { color: #456456 }');
  await expect.poll(styles, { timeout: 60_000 }).toContain('#456456');
  await put('.garden/theme.css', 'h1 { color: ');
  await until('/one/', (status, text) => status === 500 && text.includes('theme.css:1:1'));
  await rm(join(folder, 'notes/.garden'), { recursive: true });
  await until('/one/', (status, text) => status === 200 && !text.includes('content="Ada"'));
  expect(await styles()).not.toContain('#456456');
});

test('a server that is started again serves at once what it left', async () => {
  server?.kill();
  await once(server as ChildProcess, 'exit');
  const told = start();
  await until('/one/', (status, text) => status === 200 && text.includes('Wharf'));
  expect(told.join('')).toContain('nothing changed since the last import');
  // What follows an edit does not need the import that was saved.
  await put('One.md', 'First, at last.');
  await until('/one/', (_, text) => text.includes('at last'));
});

/** All styles of a page. */
async function styles(): Promise<string> {
  const page = await (await fetch(`${origin}/one/`)).text();
  const files = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  const texts = files.map(async ([, href = '']) => (await fetch(origin + href)).text());
  return (await Promise.all(texts)).join('\n');
}

/** Starts the server. @returns what it prints, as it comes. */
function start(): string[] {
  server = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: project.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...ownerEnvironment(),
      PORT: new URL(origin).port,
      GARDEN_NOTES: join(folder, 'notes'),
      GARDEN_DIR: join(folder, 'garden'),
      GARDEN_CACHE: join(folder, 'cache'),
    },
  });
  const printed: string[] = [];
  server.stderr?.on('data', (text) => printed.push(String(text)));
  return printed;
}

async function put(path: string, text: string): Promise<void> {
  const location = join(folder, 'notes', path);
  await mkdir(join(location, '..'), { recursive: true });
  await writeFile(location, `${text}\n`);
}

/** Asks for a page until it is as wanted. The test's own time limit ends the asking. */
async function until(path: string, wanted: (status: number, text: string) => boolean) {
  for (;;) {
    const response = await fetch(origin + path).catch(() => null);
    if (response && wanted(response.status, await response.text())) break;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  expect(server?.exitCode).toBeNull();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
