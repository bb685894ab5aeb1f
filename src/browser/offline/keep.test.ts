import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const origin = 'https://garden.example';
const caches = new Map<string, Map<string, Response>>();
let answer = () => new Response('', { status: 200 });

vi.stubGlobal('location', { origin });
vi.stubGlobal('registration', { scope: `${origin}/garden/` });
vi.stubGlobal('fetch', async () => Object.defineProperty(answer(), 'type', { value: 'basic' }));
vi.stubGlobal('caches', {
  async open(name: string) {
    const entries = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, entries);
    return {
      keys: async () => [...entries.keys()],
      delete: async (address: string) => entries.delete(address),
      put: async (address: string, response: Response) => void entries.set(address, response),
    };
  },
});

const { fetchInto, storeOf } = await import('./keep.ts');

afterAll(() => vi.unstubAllGlobals());
beforeEach(() => caches.clear());

function request(path: string, init: RequestInit = {}): Request {
  return new Request(new URL(path, origin), init);
}

function cached(): string[] {
  return [...caches.values()].flatMap((entries) => [...entries.keys()]);
}

test.each([
  ['/garden/kafka/', {}, 'pages'],
  ['/garden/404.html', {}, 'pages'],
  ['/garden/_astro/page.B1.js', {}, 'made'],
  ['/garden/fonts/inter.woff2', {}, 'files'],
  ['/other/kafka/', {}, null],
  ['https://elsewhere.example/garden/', {}, null],
  ['/garden/kafka/', { method: 'POST' }, null],
  ['/garden/talk.mp4', { headers: { range: 'bytes=0-' } }, null],
] as const)('%s %o is cached in %s', (path, init, store) => {
  expect(storeOf(request(path, init))).toBe(store);
});

test('a page is cached without its query, and removed once the site no longer has it', async () => {
  answer = () => new Response('page');
  await fetchInto('pages', request('/garden/kafka/?q=x'));
  expect(cached()).toEqual([`${origin}/garden/kafka/`]);
  answer = () => new Response('', { status: 500 });
  await fetchInto('pages', request('/garden/kafka/'));
  expect(cached()).toEqual([`${origin}/garden/kafka/`]);
  answer = () => new Response('', { status: 404 });
  await fetchInto('pages', request('/garden/kafka/'));
  expect(cached()).toEqual([]);
});

test('large files are shown and not cached', async () => {
  answer = () => new Response('film', { headers: { 'content-length': '9000000' } });
  expect(await (await fetchInto('files', request('/garden/film.bin'))).text()).toBe('film');
  expect(cached()).toEqual([]);
});

test('the pages read last are kept, up to a limit', async () => {
  answer = () => new Response('page');
  for (let index = 0; index < 203; index += 1) {
    await fetchInto('pages', request(`/garden/${index}/`));
  }
  expect([cached().length, cached()[0]]).toEqual([200, `${origin}/garden/3/`]);
});
