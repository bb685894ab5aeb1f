/** Opens pages as a reader has them before the first key is pressed. */
import type { Page } from 'playwright-core';

/** Opens a page, and waits until its scripts have run and what they asked for is there. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/**
 * Waits until the page that is opening has loaded, and nothing is on its way for half a second. The second
 * alone is not enough: on a busy machine half a second may pass before a page asks for its first script.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForLoadState('networkidle');
}
