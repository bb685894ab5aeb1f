import { afterEach, expect, test, vi } from 'vitest';
import { type OpenPage, openPage } from '../fixtures/open-page.ts';

vi.mock('../stylesheet.ts', () => ({ loadStylesheet: async () => {} }));

const asked: string[] = [];
let focused: HTMLElement | null = null;

/** Opens a page in a window whose row of panes is `width` pixels wide. */
async function open(address: string, html = '', width = 1144): Promise<OpenPage> {
  vi.resetModules();
  asked.length = 0;
  const page = openPage(
    `<html data-ui="en"><body><div class="frame"><main>${html}</main></div></body></html>`,
    address,
  );
  vi.stubGlobal('fetch', async (asking: string) => {
    asked.push(asking);
    const name = new URL(asking).pathname;
    const formula = name.includes('formula') ? '<span class="katex">x</span>' : '';
    const text = `<html lang="en"><main><h1 id="t">${name}</h1><img src="/a.png" onerror="x()"><script>x()</script>${formula}</main></html>`;
    const isFound = !name.includes('missing');
    const headers = new Headers({ 'content-type': 'text/html' });
    return { ok: isFound, url: asking, headers, text: async () => text };
  });
  const { prototype } = HTMLElement;
  prototype.scrollIntoView = () => {};
  // linkedom moves no focus: the focused element is told by its class or address.
  prototype.focus = function focus(this: HTMLElement) {
    focused = this;
  };
  Object.defineProperty(prototype, 'clientWidth', { get: () => width, configurable: true });
  vi.stubGlobal('getComputedStyle', () => ({ fontSize: '16px' }));
  vi.stubGlobal('scrollTo', () => {});
  localStorage.setItem('panes', 'on');
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

test('formulas of a pane have their fonts at once', async () => {
  const late = '<style data-late-formulas></style>';
  const stays = async (pane: string) => {
    const page = await open(`https://garden.example/a/?pane=${pane}`, late);
    return page.document.querySelector('style[data-late-formulas]') !== null;
  };
  expect([await stays('/b/'), await stays('/formula/')]).toEqual([true, false]);
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

/** Titles of the panes that are unfolded; those of the spines in brackets. */
function row(page: OpenPage): string[] {
  return [...page.document.querySelectorAll<HTMLElement>('main, .pane')].map((pane) =>
    pane.classList.contains('is-folded')
      ? `[${pane.querySelector('.pane-spine')?.textContent}]`
      : (pane.dataset['address'] ?? 'main'),
  );
}

test('panes without room are folded to spines with their titles, which unfold them', async () => {
  const page = await open('https://garden.example/a/?pane=/b/&pane=/c/', '<h1>a</h1>');
  expect(row(page)).toEqual(['[a]', '/b/', '/c/']);
  await click(page, '.is-folded .pane-spine');
  expect(row(page)).toEqual(['main', '/b/', '[/c/]']);
  expect(focused?.tagName).toBe('MAIN');
});

test('in a narrow row one pane is unfolded', async () => {
  const page = await open('https://garden.example/a/?pane=/b/&pane=/c/', '<h1>a</h1>', 700);
  expect(row(page)).toEqual(['[a]', '[/b/]', '/c/']);
});

test('arrows move the focus from pane to pane, Escape closes one, and the link has the focus', async () => {
  const page = await open('https://garden.example/a/', '<h1>a</h1><a href="/b/">b</a>');
  await click(page, 'main a');
  const press = (key: string) => page.fire(focused ?? page.document, 'keydown', { key });
  press('ArrowLeft');
  expect(focused?.tagName).toBe('MAIN');
  expect(press('ArrowLeft').defaultPrevented).toBe(false);
  press('ArrowRight');
  expect(focused?.dataset['address']).toBe('/b/');
  press('Escape');
  expect([row(page), focused?.textContent]).toEqual([['main'], 'b']);
  expect(page.address()).toBe('https://garden.example/a/');
});

test('arrows are left to what uses them itself', async () => {
  const page = await open('https://garden.example/a/?pane=/b/', '<pre tabindex="0">x</pre>');
  const wide = page.document.querySelector('pre') ?? page.document;
  expect(page.fire(wide, 'keydown', { key: 'ArrowRight' }).defaultPrevented).toBe(false);
});

test('the link to the next pane is marked', async () => {
  const page = await open(
    'https://garden.example/a/?pane=/b/',
    '<a href="/b/">b</a><a href="/d/">d</a>',
  );
  const marked = () => [...page.document.querySelectorAll('.is-in-pane')].map((a) => a.textContent);
  expect(marked()).toEqual(['b']);
  await click(page, '.pane-close');
  expect(marked()).toEqual([]);
});

test('going back takes the panes with it that were opened since', async () => {
  const page = await open('https://garden.example/a/', '<a href="/b/">b</a>');
  await click(page, 'main a');
  history.replaceState(null, '', 'https://garden.example/a/?pane=/c/');
  dispatchEvent(new Event('popstate'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(row(page)).toEqual(['main', '/c/']);
});

test('a shared address opens its panes for a reader who has not chosen them, until all are closed', async () => {
  const page = await open('https://garden.example/a/?pane=/b/', '<a href="/c/">c</a>');
  localStorage.setItem('panes', 'off');
  await click(page, 'main a');
  expect(row(page)).toEqual(['main', '/c/']);
  await click(page, '.pane-close');
  const link = page.document.querySelector('main a') ?? page.document;
  expect(page.fire(link, 'click', { button: 0 }).defaultPrevented).toBe(false);
});

test('a link in a pane to the note of the page leads to that note', async () => {
  const page = await open('https://garden.example/a/?pane=/b/', '<h1>a</h1>');
  const [first] = page.document.querySelectorAll('.pane-note');
  first?.insertAdjacentHTML('beforeend', '<a href="/a/">a</a>');
  await click(page, '.pane-note a');
  expect([row(page), focused?.tagName]).toEqual([['main', '/b/'], 'MAIN']);
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
