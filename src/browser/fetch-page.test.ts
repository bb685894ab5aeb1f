import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchJson, fetchPage, withoutScripts } from './fetch-page.ts';
import { openPage } from './fixtures/open-page.ts';

const asked: string[] = [];
let answer = { url: '', ok: true, type: 'text/html; charset=utf-8', text: '<main>hello</main>' };

beforeEach(() => {
  asked.length = 0;
  answer = { url: '', ok: true, type: 'text/html', text: '<html><main>hello</main></html>' };
  openPage('<html><body></body></html>');
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    const { url, ok, type, text } = answer;
    return { url, ok, headers: new Headers({ 'content-type': type }), text: async () => text };
  });
});
afterEach(() => vi.unstubAllGlobals());

async function mainOf(address: string): Promise<string | null | undefined> {
  const page = await fetchPage(new URL(address, 'https://garden.example/'));
  return page && page.querySelector('main')?.textContent;
}

test('a page of this site is fetched by its whole address', async () => {
  expect(await mainOf('/.//evil.example/')).toBe('hello');
  expect(asked).toEqual(['https://garden.example//evil.example/']);
});

test('nothing is requested from another host', async () => {
  expect(await mainOf('https://evil.example/')).toBeNull();
  await expect(fetchJson('//evil.example/root.json')).rejects.toThrow('not of this site');
  expect(asked).toEqual([]);
});

test.each([
  ['a redirect to another host', { url: 'https://evil.example/' }],
  ['an error', { ok: false }],
  ['no HTML', { type: 'application/json' }],
  ['HTML only by half its name', { type: 'text/html-sandboxed' }],
])('%s is no page', async (_, change) => {
  answer = { ...answer, ...change };
  expect(await mainOf('/a/')).toBeNull();
});

function cleaned(html: string): string {
  const { document } = openPage(`<html><body><div>${html}</div></body></html>`);
  const box = document.querySelector('div');
  return box ? withoutScripts(box).innerHTML : '';
}

test.each([
  ['<img src="/a.png" onerror="x()" alt="A">', '<img src="/a.png" alt="A">'],
  ['<p onclick="x()" ONMOUSEOVER="x()">p</p>', '<p>p</p>'],
  ['<script>x()</script><b>b</b>', '<b>b</b>'],
  ['<a href="javascript:x()">a</a>', '<a>a</a>'],
  ['<a href=" java\nscript:x()">a</a>', '<a>a</a>'],
  ['<a href="JAVASCRIPT:x()">a</a>', '<a>a</a>'],
  ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
  ['<a href="/b/">b</a>', '<a href="/b/">b</a>'],
  ['<a href="mailto:a@b.example">m</a>', '<a href="mailto:a@b.example">m</a>'],
  ['<img src="data:image/png;base64,AA">', '<img src="data:image/png;base64,AA">'],
  ['<iframe srcdoc="x"></iframe><object data="x"></object><embed src="x">', ''],
  [
    '<form><button formaction="javascript:x()">b</button></form>',
    '<form><button>b</button></form>',
  ],
  ['<base href="https://evil.example/"><meta http-equiv="refresh" content="0">', ''],
])('%s is inserted as %s', (html, expected) => {
  expect(cleaned(html)).toBe(expected);
});

test('links in drawings cannot run code either', () => {
  const svg =
    '<svg onload="x()"><a xlink:href="javascript:x()"><animate attributeName="href" values="/a;javascript:x()" /></a></svg>';
  expect(cleaned(svg)).toBe('<svg><a><animate attributeName="href" /></a></svg>');
});
