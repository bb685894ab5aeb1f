import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const origin = 'https://garden.example';
const stores = new Map<string, Map<string, string>>();
/** Files that the network has. */
const served = new Map<string, string>();

vi.stubGlobal('location', { origin });
vi.stubGlobal('registration', { scope: `${origin}/garden/` });
vi.stubGlobal('fetch', async ({ url }: Request) => {
  const text = served.get(new URL(url).pathname);
  const response = new Response(text ?? '', { status: text === undefined ? 404 : 200 });
  return Object.defineProperty(response, 'type', { value: 'basic' });
});
vi.stubGlobal('caches', {
  async open(name: string) {
    const entries = stores.get(name) ?? new Map<string, string>();
    stores.set(name, entries);
    const addressOf = (asked: string | Request) =>
      new URL(typeof asked === 'string' ? asked : asked.url, origin).href;
    return {
      keys: async () => [...entries.keys()].map((url) => new Request(url)),
      match: async (asked: string | Request) => {
        const text = entries.get(addressOf(asked));
        return text === undefined ? undefined : new Response(text);
      },
      delete: async (asked: string | Request) => entries.delete(addressOf(asked)),
      put: async (asked: string, response: Response) =>
        void entries.set(addressOf(asked), await response.text()),
    };
  },
});
vi.stubGlobal(
  'Request',
  class extends Request {
    constructor(asked: string | URL) {
      super(new URL(asked, origin));
    }
  },
);

vi.resetModules();
const { completePage, dropUnused } = await import('./build-files.ts');
const { open } = await import('./keep.ts');

afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  stores.clear();
  served.clear();
});

async function put(store: 'pages' | 'made', path: string, text: string): Promise<void> {
  await (await open(store)).put(origin + path, new Response(text));
}

async function buildFiles(): Promise<string[]> {
  const kept = await (await open('made')).keys();
  return kept.map(({ url }) => new URL(url).pathname.replace('/garden/_astro/', '')).sort();
}

test('a page is completed with its scripts and styles, and with what its scripts import', async () => {
  await put(
    'pages',
    '/garden/kafka/',
    '<link href="/garden/_astro/a.css"><script src="/garden/_astro/b.js">',
  );
  served.set('/garden/_astro/a.css', '@font-face { src: url(./font.woff2) }');
  served.set('/garden/_astro/b.js', 'import("./c.js"); preload("_astro/d.css")');
  served.set('/garden/_astro/c.js', '');
  served.set('/garden/_astro/d.css', '');
  const named = await completePage(`${origin}/garden/kafka/`);
  expect([...named].sort()).toEqual(['a.css', 'b.js']);
  expect(await buildFiles()).toEqual(['a.css', 'b.js', 'c.js', 'd.css']);
});

test('build files that no cached page needs any more are removed', async () => {
  await put('pages', '/garden/kafka/', '<script src="/garden/_astro/new.js">');
  await put('made', '/garden/_astro/new.js', 'import "./shared.js"');
  for (const name of ['shared.js', 'old.js']) await put('made', `/garden/_astro/${name}`, '');
  await dropUnused();
  expect(await buildFiles()).toEqual(['new.js', 'shared.js']);
});
