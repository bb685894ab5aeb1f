import { parseHTML } from 'linkedom';
import { afterEach, expect, test, vi } from 'vitest';
import { openPage } from './fixtures/open-page.ts';
import { showAllOf } from './reference-filter.ts';

afterEach(() => vi.unstubAllGlobals());

const section = (list: string) =>
  `<section class="references" aria-labelledby="page-tagged"><h2>Notes</h2>${list}</section>`;
const pages: Readonly<Record<string, string>> = {
  '/_references/x/': `${section('<ul><li>One</li></ul>')}<a rel="next" href="/_references-2/x/">2</a>`,
  '/_references-2/x/': `${section('<ul><li>Two</li></ul>')}<a rel="next" href="/_references-3/x/">3</a>`,
  '/_references-3/x/':
    '<section aria-labelledby="page-backlinks"><ul><li>Other</li></ul></section>',
};

test('the whole list is put together from all pages that it takes', async () => {
  const { document } = openPage(
    `<html><body>${section('<ul><li>One</li></ul><p class="all-references"><a href="https://garden.example/_references/x/">All</a></p>')}</body></html>`,
  );
  vi.stubGlobal('fetch', async (address: string) => {
    return new Response(pages[new URL(address).pathname] ?? '', { status: 200 });
  });
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString(html: string) {
        return parseHTML(`<html><body>${html}</body></html>`).document;
      }
    },
  );
  const shown = document.querySelector('section');
  expect(await showAllOf(document.querySelector('a') as unknown as HTMLElement)).toBe(true);
  expect(shown?.innerHTML).toBe('<h2>Notes</h2><ul><li>One</li></ul><ul><li>Two</li></ul>');
});
