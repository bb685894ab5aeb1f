/** Another engine than Chromium, driven as far as a smoke test needs it. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Engine {
  /** Opens an address, until all that it names is loaded. */
  open(address: string): Promise<void>;
  /** The value of an expression in the page; it must be plain data. */
  read<Value>(expression: string): Promise<Value>;
  /** Clicks the middle of the first element of a selector, which is scrolled into view. */
  click(selector: string): Promise<void>;
  /** Presses and releases a key, as WebDriver names it: 'Escape' is '\uE00C'. */
  press(key: string): Promise<void>;
  /** Errors that the pages have reported, where the engine tells them. */
  problems(): readonly string[];
  close(): Promise<void>;
}

/** Whether a value comes to be true within half a minute. */
export async function becomes(engine: Engine, expression: string): Promise<boolean> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    if (await engine.read<boolean>(expression)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** Where a program is in the search path; null where it is not. */
export function programAt(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const location = join(folder, name);
    try {
      accessSync(location, constants.X_OK);
      return location;
    } catch {
      // The next folder may have it.
    }
  }
  return null;
}

/** The middle of an element in the window, for engines that click at a place; null where there is none. */
export function placeOf(selector: string): string {
  return `(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    if (!element) return null;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  })()`;
}
