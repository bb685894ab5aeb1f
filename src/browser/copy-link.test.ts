import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type OpenPage, openPage } from './fixtures/open-page.ts';

let page: OpenPage;
const copied: string[] = [];
let isAllowed = true;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  copied.length = 0;
  isAllowed = true;
  page = openPage('<html data-ui="en"><body></body></html>', 'https://garden.example/a/?q=x#old');
  const writeText = async (text: string) => {
    if (!isAllowed) throw new Error('not allowed');
    copied.push(text);
  };
  vi.stubGlobal('navigator', { clipboard: { writeText } });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function copy(id: string): Promise<void> {
  const { copyLink } = await import('./copy-link.ts');
  await copyLink(id);
}

test('the address of a heading is copied, and a status says so for a while', async () => {
  await copy('什么 是%');
  expect(copied).toEqual(['https://garden.example/a/?q=x#%E4%BB%80%E4%B9%88%20%E6%98%AF%25']);
  const status = page.document.querySelector('[role="status"]') ?? page.document.body.lastChild;
  await vi.advanceTimersByTimeAsync(200);
  expect(status?.textContent).toBe('Link copied');
  await vi.advanceTimersByTimeAsync(3000);
  expect(status?.textContent).toBe('');
});

test('without permission the address bar gets the address', async () => {
  isAllowed = false;
  await copy('place');
  expect([page.address(), copied]).toEqual(['https://garden.example/a/?q=x#place', []]);
});
