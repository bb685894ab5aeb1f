/**
 * A smoke test of the engines that Chromium is not: what a reader does first works in Firefox and WebKit.
 * An engine that this machine lacks is named; `GARDEN_ENGINES=all` makes that a failure.
 */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { becomes, type Engine } from './engines/engine.ts';
import { firefoxAt, startFirefox } from './engines/firefox.ts';
import { startWebkit, webkitAt } from './engines/webkit.ts';

const firefox = firefoxAt();
const webkit = webkitAt();

const engines: readonly {
  readonly name: string;
  readonly start: (() => Promise<Engine>) | null;
  readonly missing: string;
}[] = [
  {
    name: 'Firefox',
    start: firefox === null ? null : () => startFirefox(firefox),
    missing: 'firefox-esr',
  },
  {
    name: 'WebKit',
    start: webkit === null ? null : () => startWebkit(webkit),
    missing: 'webkit2gtk-driver and, without a display, xvfb',
  },
];

const escapeKey = '\uE00C';

describe.each(engines)('in $name', ({ name, start, missing }) => {
  const isRequired = process.env['GARDEN_ENGINES'] === 'all';
  if (start === null && !isRequired) console.warn(`${name} is not tried here: install ${missing}.`);
  const tried = test.skipIf(start === null && !isRequired);
  let engine: Engine;
  const open = (path: string) => engine.open(inject('origin') + path);

  beforeAll(async () => {
    if (start !== null) engine = await start();
    else if (isRequired) throw new Error(`${name} is not here: install ${missing}.`);
  });
  afterAll(() => engine?.close());

  tried(
    'a page is read: text, contents, drawings, and links that can be told from text',
    async () => {
      await open('/systems/kafka/');
      expect(await engine.read('document.querySelector("h1").textContent.trim()')).toBe('Kafka');
      const lines = `[...document.querySelectorAll('.prose p > a.note-link')].map((link) => {
      return getComputedStyle(link).textDecorationLine;
    })`;
      const underlined = await engine.read<string[]>(lines);
      expect(underlined.length).toBeGreaterThan(3);
      expect([...new Set(underlined)]).toEqual(['underline']);
      const drawn = await engine.read<number>(
        'document.querySelector(".diagram-scroll > svg").getBoundingClientRect().width',
      );
      expect(drawn).toBeGreaterThan(200);
      expect(await becomes(engine, 'document.querySelectorAll(".contents a").length > 3')).toBe(
        true,
      );
      expect(engine.problems()).toEqual([]);
    },
  );

  tried('the search finds pages', async () => {
    await open('/search/?q=kafka');
    const done = 'document.querySelector("[data-search-results][data-state=done]") !== null';
    expect(await becomes(engine, done)).toBe(true);
    const found = await engine.read<string[]>(
      '[...document.querySelectorAll("[data-search-results] [data-permalink]")].map((each) => each.dataset.permalink)',
    );
    expect(found).toContain('/systems/kafka/');
    expect(engine.problems()).toEqual([]);
  });

  tried('the graph is drawn, and can be walked', async () => {
    await open('/graph/');
    await engine.read(
      'document.querySelector(".graph-stage").dispatchEvent(new PointerEvent("pointerover", { bubbles: true })) && 1',
    );
    expect(await becomes(engine, 'document.querySelector(".graph-here[href]") !== null')).toBe(
      true,
    );
    const canvas = await engine.read<{ width: number; height: number }>(
      '(({ width, height }) => ({ width, height }))(document.querySelector("main canvas").getBoundingClientRect())',
    );
    expect(Math.min(canvas.width, canvas.height)).toBeGreaterThan(200);
    expect(engine.problems()).toEqual([]);
  });

  tried('a drawing opens in the dialog, and Escape closes it', async () => {
    await open('/systems/kafka/');
    const ready = 'document.readyState === "complete"';
    expect(await becomes(engine, ready)).toBe(true);
    await engine.click('.diagram-enlarge');
    const shown = 'document.querySelector(".diagram-dialog[open] .diagram-pane > svg") !== null';
    expect(await becomes(engine, shown)).toBe(true);
    await engine.press(escapeKey);
    expect(await becomes(engine, 'document.querySelector(".diagram-dialog") === null')).toBe(true);
    expect(engine.problems()).toEqual([]);
  });
});
