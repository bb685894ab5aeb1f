/** Opens pages as a reader has them before the first key is pressed. */
import { errors, type Page } from 'playwright-core';

/** The most that is waited for quiet. In ms. */
const quietWait = 5000;

/** Opens a page, and waits until its scripts have run and what they asked for is there. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

/**
 * Waits until the page that is opening has loaded, and nothing is on its way for half a second. The second
 * alone is not enough: on a busy machine half a second may pass before a page asks for its first script.
 * It is not waited for without end either: the end of a request that a reload broke off is sometimes never
 * told, and such a page would never be quiet.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForLoadState('networkidle', { timeout: quietWait }).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
  });
}
