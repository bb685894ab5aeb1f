import { afterEach, expect, test, vi } from 'vitest';
import { type OpenPage, openPage } from './fixtures/open-page.ts';

const asked: string[] = [];

async function open(address: string, html = ''): Promise<OpenPage> {
  vi.resetModules();
  asked.length = 0;
  const page = openPage(
    `<html data-ui="en"><body><div class="frame"><main>${html}</main></div></body></html>`,
    address,
  );
  vi.stubGlobal('fetch', async (asking: string) => {
    asked.push(asking);
    const name = new URL(asking).pathname;
    const text = `<html lang="en"><main><h1 id="t">${name}</h1><img src="/a.png" onerror="x()"><script>x()</script></main></html>`;
    const isFound = !name.includes('missing');
    const headers = new Headers({ 'content-type': 'text/html' });
    return { ok: isFound, url: asking, headers, text: async () => text };
  });
  const { prototype } = page.document.createElement('div').constructor as typeof HTMLElement;
  prototype.scrollIntoView = () => {};
  const { startPanes } = await import('./panes.ts');
  await startPanes();
  return page;
}

afterEach(() => vi.unstubAllGlobals());

function panes(page: OpenPage): (string | null | undefined)[] {
  return [...page.document.querySelectorAll('.pane-note')].map((note) => note.innerHTML);
}

async function click(page: OpenPage, selector: string): Promise<void> {
  page.fire(page.document.querySelector(selector) ?? page.document, 'click', { button: 0 });
  await new Promise((resolve) => setTimeout(resolve));
}

test('panes that the address names are opened, without scripts and handlers', async () => {
  const page = await open('https://garden.example/a/?pane=/b/&pane=/c/');
  expect(panes(page)).toEqual([
    '<h1 id="pane-1-t">/b/</h1><img src="/a.png">',
    '<h1 id="pane-2-t">/c/</h1><img src="/a.png">',
  ]);
});

test('a pane of another host is not requested', async () => {
  const named = ['//evil.example/', '/\\evil.example/', 'https://evil.example/', 'javascript:x()/'];
  const query = named.map((pane) => `pane=${encodeURIComponent(pane)}`).join('&');
  const page = await open(`https://garden.example/a/?${query}`);
  expect([asked, panes(page), page.visited]).toEqual([[], [], []]);
});

test('a path that looks like a host stays on this one', async () => {
  await open('https://garden.example/a/?pane=/.//evil.example/');
  expect(asked).toEqual(['https://garden.example//evil.example/']);
});

test('a click opens a pane and puts it into the address; a second one shows the same', async () => {
  const page = await open('https://garden.example/a/', '<a href="/b/#t">b</a>');
  await click(page, 'main a');
  await click(page, 'main a');
  expect(panes(page)).toHaveLength(1);
  expect(page.address()).toBe('https://garden.example/a/?pane=%2Fb%2F');
  expect(page.document.querySelector('.pane-close')?.ariaLabel).toBe('Close pane: /b/');
});

test('a link in a pane replaces the panes to its right, and one in the note all of them', async () => {
  const page = await open('https://garden.example/a/?pane=/b/&pane=/c/', '<a href="/e/">e</a>');
  const [first] = page.document.querySelectorAll('.pane-note');
  first?.insertAdjacentHTML('beforeend', '<a href="/d/">d</a>');
  await click(page, '.pane-note a');
  expect(new URL(page.address()).searchParams.getAll('pane')).toEqual(['/b/', '/d/']);
  await click(page, 'main a');
  expect(new URL(page.address()).searchParams.getAll('pane')).toEqual(['/e/']);
});

test('a page that cannot be fetched is opened by a click, and never because of the address alone', async () => {
  const page = await open(
    'https://garden.example/a/?pane=/missing/',
    '<a href="/missing/#x">m</a>',
  );
  expect(page.visited).toEqual([]);
  await click(page, 'main a');
  expect(page.visited).toEqual(['https://garden.example/missing/#x']);
});
