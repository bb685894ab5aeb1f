/** Walks through a page by the Tab key, fast: a page describes each stop itself, and many keys are sent at once. */
import type { CDPSession, Page } from 'playwright-core';

/** Keys that are sent before the page is asked where they led. */
const atOnce = 20;

const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;

/**
 * Presses Tab until a stop is the last one, or `most` times. `describe` runs in the page, once each key is up
 * and the page has scrolled; it cannot use anything outside of itself.
 * @returns what it said of each stop.
 */
export async function tabStops<Stop>(
  page: Page,
  describe: () => Stop,
  { most, isLast = () => false }: { most: number; isLast?: (stop: Stop) => boolean },
): Promise<readonly Stop[]> {
  await page.evaluate(`{
    const stops = globalThis.tabStops = [];
    const describe = ${describe};
    addEventListener('keyup', ({ key }) => key === 'Tab' && stops.push(describe()), true);
  }`);
  const session = await page.context().newCDPSession(page);
  let stops: readonly Stop[] = [];
  while (stops.length < most) {
    await pressTab(session, Math.min(atOnce, most - stops.length));
    const before = stops.length;
    stops = await page.evaluate<readonly Stop[]>('tabStops');
    if (stops.length === before) throw new Error('The page does not hear the key Tab.');
    const last = stops.findIndex(isLast);
    if (last >= 0) stops = stops.slice(0, last + 1);
    if (last >= 0) break;
  }
  await session.detach();
  return stops;
}

async function pressTab(session: CDPSession, times: number): Promise<void> {
  const events = Array.from({ length: times }, () => [
    session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...tab }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...tab }),
  ]);
  await Promise.all(events.flat());
}
