/** What the server of development answers, with pages that a stand-in makes. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageMarkdownFile } from '../../garden/record-files.ts';
import { digestOf } from '../../system/disk.ts';
import { answer, answerWithText, type ServedSite } from './answer.ts';

let root = '';
let server: Server;
let origin = '';

const pages: Readonly<Record<string, string>> = {
  'index.html': '<body>Home</body>',
  '数据/index.html': '<body>Data</body>',
  'old/index.html': '<meta http-equiv="refresh" content="0; url=/g/"><body></body>',
  '404.html': '<body>Missing</body>',
  'random.json': '[]',
};
const site = {
  has: async (path: string) => Object.hasOwn(pages, path),
  render: async (path: string) =>
    Object.hasOwn(pages, path) ? Buffer.from(pages[path] ?? '') : null,
} as unknown as ServedSite['site'];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'garden-answer-'));
  await put('renderer/site/_astro/a.css', 'a{}');
  await put('garden/files/assets/a.svg', '<svg/>');
  await put('garden/notes.json', '[]');
  await put(`garden/${pageMarkdownFile('数据')}`, '# Data');
  await put(`garden/${pageMarkdownFile('gone')}`, '# Gone');
  const folders = { renderer: join(root, 'renderer'), garden: join(root, 'garden') };
  server = createServer((request, response) => {
    if (request.url === '/g/fault') return answerWithText(response, 500, 'a < b & c', '/g/');
    void answer({ site, ...folders, base: '/g/', copies: true }, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(root, { recursive: true, force: true });
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

async function ask(path: string): Promise<readonly [number, string]> {
  const response = await fetch(origin + path, { redirect: 'manual' });
  return [response.status, response.headers.get('location') ?? (await response.text())];
}

const script = (digest: string) =>
  `<script type="module" src="/g/@garden/page.js" data-page="${digest}"></script>`;

/** A page with the script of development in it. */
function withScript(file: string): string {
  const page = pages[file] ?? '';
  return page.replace('</body>', `${script(digestOf(page))}</body>`);
}

test.for<readonly [string, number, string]>([
  ['/', 302, '/g/'],
  ['/g', 302, '/g/'],
  ['/elsewhere/', 302, '/g/'],
  ['/g/', 200, withScript('index.html')],
  ['/g/?a=b', 200, withScript('index.html')],
  ['/g/%E6%95%B0%E6%8D%AE/', 200, withScript('数据/index.html')],
  ['/g/%E6%95%B0%E6%8D%AE?a=b', 302, '/g/%E6%95%B0%E6%8D%AE/?a=b'],
  ['/g/%E6%95%B0%E6%8D%AE.md', 200, '# Data'],
  ['/g/random.json', 200, '[]'],
  ['/g/_astro/a.css', 200, 'a{}'],
  ['/g/assets/a.svg', 200, '<svg/>'],
  ['/g/none/', 404, withScript('404.html')],
  ['/g/none', 404, withScript('404.html')],
])('%s is answered with %i', async ([path, status, text]) => {
  expect(await ask(path)).toEqual([status, text]);
});

test('a page that only leads on is given no script', async () => {
  expect(await ask('/g/old/')).toEqual([200, pages['old/index.html']]);
});

test.for([
  '/g/gone.md',
  '/g/..%2fnotes.json',
  '/g/assets/..%2f..%2f..%2fnotes.json',
  '/g/%00',
  '/g/constructor',
])('%s is nothing that is served', async (path) => {
  expect((await ask(path))[0]).toBe(404);
});

test('files of the notes run no scripts, and nothing is kept by a browser', async () => {
  const { headers } = await fetch(`${origin}/g/assets/a.svg`);
  expect(headers.get('content-security-policy')).toMatch(/^script-src 'none'/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
});

test('a page hears by its digest whether it is another one now, without its text', async () => {
  const response = await fetch(`${origin}/g/`, { method: 'HEAD' });
  const digest = digestOf(pages['index.html'] ?? '');
  expect([response.headers.get('etag'), await response.text()]).toEqual([`"${digest}"`, '']);
});

test('a fault is shown as text, on a page that hears when it is mended', async () => {
  const [status, text] = await ask('/g/fault');
  expect(status).toBe(500);
  expect(text).toContain('a &lt; b &amp; c');
  expect(text).toContain(script(''));
});
