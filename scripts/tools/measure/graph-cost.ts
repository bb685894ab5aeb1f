/** What the graph's page costs a reader, for a garden of a given size. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { startBrowser } from '../../../src/e2e/browser.ts';
import { countingServer } from './counting-server.ts';
import { type FrameTimes, frameTimes } from './frame-times.ts';
import { syntheticGraph } from './synthetic-graph.ts';

export interface GraphCost {
  readonly notes: number;
  readonly links: number;
  /** Seconds of one core at build. */
  readonly layout: number;
  /** Bytes of data.json in gzip. */
  readonly bytes: number;
  /** Milliseconds from the request of the page to the first picture, which is the settled one. */
  readonly first: number;
  readonly frames: Readonly<Record<'opening' | 'panning' | 'zooming' | 'hovering', FrameTimes>>;
  /** Part of the time that the main thread works while nobody touches the page. */
  readonly idle: number;
}

const steps = 90;

/** Opens the graph's page of the built site in `folder` with the data of a garden of `count` notes. */
export async function graphCost(folder: string, count: number): Promise<GraphCost> {
  const { data, layout } = syntheticGraph(count);
  const body = JSON.stringify(data);
  const server = await countingServer(folder);
  const browser = await startBrowser({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await browser.context.newPage();
    await page.route('**/graph/data.json', (route) =>
      route.fulfill({ body, contentType: 'application/json' }),
    );
    await page.addInitScript(noteFirstPicture);
    const opening = await frameTimes(page, () => open(page, `${server.origin}/graph/`));
    const first = await page.evaluate(() => Number(document.documentElement.dataset['first']));
    const frames = {
      opening,
      panning: await frameTimes(page, () => pan(page)),
      zooming: await frameTimes(page, () => zoom(page)),
      hovering: await frameTimes(page, () => hover(page)),
    };
    const idle = await idleWork(page);
    const bytes = gzipSync(body).length;
    return { notes: count, links: data.links.length / 2, layout, bytes, first, frames, idle };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs in the page: keeps when the graph was first painted. */
function noteFirstPicture(): void {
  const done = () => {
    document.documentElement.dataset['first'] ??= String(performance.now());
  };
  const { drawArrays } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.drawArrays = function (...rest) {
    drawArrays.apply(this, rest);
    done();
  };
  const { drawImage } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.drawImage = function (...rest: unknown[]) {
    Reflect.apply(drawImage, this, rest);
    done();
  };
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.graph-filters').dispatchEvent('pointerover');
  await page.locator('html[data-first]').waitFor({ state: 'attached' });
  await page.waitForTimeout(1000);
}

/** Points on a path across the picture, one for each frame. */
async function along(page: Page, move: (x: number, y: number) => Promise<void>): Promise<void> {
  const box = await page.locator('.graph-stage').boundingBox();
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
  for (let step = 0; step < steps; step += 1) {
    const turn = (2 * Math.PI * step) / steps;
    await move(
      x + width * (0.5 + 0.3 * Math.cos(turn)),
      y + height * (0.5 + 0.3 * Math.sin(2 * turn)),
    );
  }
}

async function pan(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  await page.mouse.down();
  await along(page, (x, y) => page.mouse.move(x, y));
  await page.mouse.up();
}

async function zoom(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(0, step < steps / 2 ? -40 : 40);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

async function hover(page: Page): Promise<void> {
  await along(page, (x, y) => page.mouse.move(x, y));
}

/** Nothing happens for three seconds. */
async function idleWork(page: Page): Promise<number> {
  await page.mouse.move(5, 5);
  await page.waitForTimeout(500);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const before = await worked();
  await page.waitForTimeout(3000);
  return ((await worked()) - before) / 3;
}
