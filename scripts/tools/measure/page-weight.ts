/** What a browser fetches before a reader does anything. */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

const kinds = { document: 'html', stylesheet: 'css', font: 'font', script: 'script' } as const;

/** Bytes of a first view as a host sends them: fonts as they are, text in gzip. */
export type PageWeight = Readonly<Record<(typeof kinds)[keyof typeof kinds], number>>;

/** Opens the address in a browser with an empty cache. */
export async function weighPage(page: Page, address: string): Promise<PageWeight> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address, { waitUntil: 'networkidle' });
  const weight = { html: 0, css: 0, font: 0, script: 0 };
  for (const response of responses) {
    const type = response.request().resourceType();
    if (!isCounted(type)) continue;
    const body = await response.body();
    weight[kinds[type]] += type === 'font' ? body.length : gzipSync(body).length;
  }
  return weight;
}

function isCounted(type: string): type is keyof typeof kinds {
  return type in kinds;
}
