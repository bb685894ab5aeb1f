/** What a screen reader is given: Chromium's tree of names, roles and states. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listFiles } from '../system/disk.ts';
import { goTo, settled } from './go-to.ts';
import { openSite, type TestSite } from './site.ts';
import { walkedBase as base, walkedGarden, walkedHosts } from './walked-garden.ts';

const wide = { viewport: { width: 1280, height: 900 } };
const dist = process.env['GARDEN_SITE'] ?? 'dist';

describe('in the garden’s own notes', () => {
  let site: TestSite;
  let page: Page;

  beforeAll(async () => {
    site = await openSite(wide);
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    page = await site.page();
  });
  afterEach(async () => {
    await page.close();
    expect(site.problems()).toEqual([]);
  });

  test('every page has a title of its own', async () => {
    const files = (await listFiles(dist)).filter(({ path }) => path.endsWith('.html'));
    const titles = new Map<string, string[]>();
    for (const { path } of files) {
      const html = await readFile(join(dist, path), 'utf8');
      if (html.includes('http-equiv="refresh"')) continue;
      const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
      titles.set(title, [...(titles.get(title) ?? []), path]);
    }
    expect([...titles].filter(([title, paths]) => title === '' || paths.length > 1)).toEqual([]);
  });

  test('the words of the site are marked by the language that a reader chose', async () => {
    await page.goto(`${site.origin}/systems/kafka/`);
    await page.evaluate(() => localStorage.setItem('ui', 'zh'));
    await page.reload();
    await settled(page);
    const langs = await page.evaluate(() =>
      ['.site-header', '[data-text="backlinks"]', 'main', '.prose'].map(
        (selector) => document.querySelector(selector)?.closest<HTMLElement>('[lang]')?.lang,
      ),
    );
    await page.evaluate(() => localStorage.clear());
    expect(langs).toEqual(['zh', 'zh', 'en', 'en']);
  });

  test('search says how much it found, and what is open has a name', async () => {
    await goTo(page, `${site.origin}/systems/kafka/`);
    await page.locator('.search-button:visible').click();
    await page.locator('.search-panel input').fill('zookeeper');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ notes$/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.locator('[data-action="settings"]:visible').first().click();
    await page.getByRole('dialog', { name: 'Settings' }).waitFor();
    await page.getByRole('combobox', { name: 'Theme' }).waitFor();
    await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).waitFor();
  });
});

describe('on a page with a little of everything', () => {
  let site: TestSite;

  beforeAll(async () => {
    const { site: outDir } = await walkedGarden();
    site = await openSite(wide, { outDir, base });
    await site.context.route(walkedHosts, (route) => route.abort());
  });
  afterAll(() => site.close());

  async function spoken(path: string): Promise<string> {
    const page = await site.page();
    await goTo(page, site.origin + base + path);
    // Their frame comes from another host.
    await page.locator('.comments').evaluate((comments) => comments.remove());
    const tree = await page.locator('main').ariaSnapshot();
    await page.close();
    return tree.replace(/^ *- \/url: .*\n/gm, '');
  }

  test('an Obsidian note reads as it is written', async () => {
    expect(await spoken('harbour/')).toMatchInlineSnapshot(`
      "- main:
        - article:
          - heading "Harbour" [level=1]
          - list:
            - listitem:
              - text: Created
              - time: Mar 1, 2026
            - listitem: Aliases Port
          - list "Tags":
            - listitem:
              - link "sea":
          - term: author
          - definition: Ada
          - paragraph:
            - text: Boats rest here, and
            - link "tides":
            - text: move them.
            - superscript:
              - link "1":
          - heading "Depth Link to this section" [level=2]:
            - text: Depth
            - link "Link to this section":
              - text: "#"
          - paragraph:
            - text: The depth is
            - math: d = d 0 + h
            - text: at any time.
          - group "Table":
            - table:
              - rowgroup:
                - row "mark metres":
                  - columnheader "mark"
                  - columnheader "metres"
              - rowgroup:
                - row "pier 4":
                  - cell "pier"
                  - cell "4"
                - row "gate 2":
                  - cell "gate"
                  - cell "2"
          - group: Before you enter
          - list:
            - listitem:
              - checkbox "Done" [checked] [disabled]
              - text: rope
            - listitem:
              - checkbox "To do" [disabled]
              - text: lamp
          - heading "Way in Link to this section" [level=3]:
            - text: Way in
            - link "Link to this section":
              - text: "#"
          - figure:
            - group "Way in":
              - group "Way in":
                - paragraph: Sea
                - paragraph:
                  - link "Lighthouse":
                - paragraph: Pier
            - list:
              - listitem: Sea → Lighthouse
              - listitem: Lighthouse → Pier
            - text: Way in
            - link "Enlarge":
            - group: Source
          - figure "A boat under sail":
            - img "A boat under sail"
          - text: js
          - code: const depth = chart.mean + tide.height; // metres above the bottom of the harbour, measured at the pier
          - paragraph:
            - text: Read
            - link "https://example.org/harbours":
            - text: first.
          - heading "Footnotes" [level=2]
          - list:
            - listitem:
              - paragraph:
                - text: Twice a day.
                - link "Back to reference 1":
                  - text: ↩
        - region "Backlinks 6":
          - heading "Backlinks 6" [level=2]
          - list:
            - listitem:
              - link "2026-03-01":
              - list:
                - listitem:
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: Spring tide at the
                    - link "Harbour":
                    - text: .
            - listitem:
              - link "Home":
              - list:
                - listitem:
                  - link "Go to this place":
                    - text: •
                  - text: Start at the
                  - link "Harbour":
                  - text: .
            - listitem:
              - link "Lighthouse":
              - list:
                - listitem:
                  - paragraph:
                    - link "Signals":
                  - link "Go to this place":
                    - text: •
                  - text: One flash for
                  - link "Harbour":
                  - text: ", two for Nowhere."
            - listitem:
              - link "Long watch":
              - list:
                - listitem:
                  - paragraph:
                    - link "Watch 0":
                    - link "› The log":
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: In watch 0 wave 0 meets the
                    - link "Harbour":
                - listitem:
                  - paragraph:
                    - link "Watch 0":
                    - link "› The log":
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: In watch 0 wave 1 meets the
                    - link "Harbour":
                - listitem:
                  - paragraph:
                    - link "Watch 0":
                    - link "› The log":
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: In watch 0 wave 2 meets the
                    - link "Harbour":
                - listitem:
                  - paragraph:
                    - link "Watch 0":
                    - link "› The log":
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: In watch 0 wave 3 meets the
                    - link "Harbour":
                - listitem:
                  - paragraph:
                    - link "Watch 0":
                    - link "› The log":
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: In watch 0 wave 4 meets the
                    - link "Harbour":
                - listitem:
                  - paragraph:
                    - link "Watch 0":
                    - link "› The log":
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: In watch 0 wave 5 meets the
                    - link "Harbour":
                - listitem:
                  - paragraph:
                    - link "Watch 0":
                    - link "› The log":
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: In watch 0 wave 6 meets the
                    - link "Harbour":
                - listitem:
                  - paragraph:
                    - link "Watch 0":
                    - link "› The log":
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: In watch 0 wave 7 meets the
                    - link "Harbour":
              - group: 127 more places
          - paragraph:
            - link "All references, from 6 notes":
        - region "Related notes":
          - heading "Related notes" [level=2]
          - list:
            - listitem:
              - link "Counted":
              - text: "both tagged #sea; both cite Lighthouse"
            - listitem:
              - link "2026-03-02":
              - text: both cite 潮汐
        - paragraph:
          - button "Mark as read""
    `);
  });

  test('a Logseq outline reads as it is written', async () => {
    expect(await spoken('潮汐/')).toMatchInlineSnapshot(`
      "- main:
        - article:
          - heading "潮汐" [level=1]
          - list:
            - listitem: Aliases Tides
          - list "Tags":
            - listitem:
              - link "sea/coast":
          - list:
            - listitem:
              - paragraph:
                - text: 潮汐来自月亮的引力，见
                - link "Harbour":
                - text: 。
              - 'button "Copy link: 潮汐来自月亮的引力，见 Harbour。"': "#"
            - listitem:
              - heading "任务 Link to this section" [level=2]:
                - text: 任务
                - link "Link to this section":
                  - text: "#"
              - group:
                - list:
                  - listitem:
                    - paragraph: TODO A 看表
                    - text: Scheduled
                    - time: 2026-03-02
                  - listitem:
                    - paragraph: DONE 记录
            - listitem:
              - paragraph: 折叠的一块
              - group: "1"
              - group:
                - list:
                  - listitem:
                    - paragraph: 里面的话
            - listitem:
              - figure:
                - group "图表":
                  - group "图表":
                    - paragraph: 月亮
                    - paragraph:
                      - link "潮汐":
                - list:
                  - listitem: 月亮 → 潮汐
                - text: 图表
                - link "放大":
                - group: 源码
        - region "Backlinks 2":
          - heading "Backlinks 2" [level=2]
          - list:
            - listitem:
              - link "2026-03-02":
              - list:
                - listitem:
                  - link "Go to this place":
                    - text: •
                  - paragraph:
                    - text: Neap tide, see
                    - link "折叠的一块":
                    - text: .
            - listitem:
              - link "Harbour":
              - list:
                - listitem:
                  - link "Go to this place":
                    - text: •
                  - text: Boats rest here, and
                  - link "tides":
                  - text: move them.
        - region "Related notes":
          - heading "Related notes" [level=2]
          - list:
            - listitem:
              - link "Lighthouse":
              - text: both cite Harbour
            - listitem:
              - link "2026-03-01":
              - text: both cite Harbour
            - listitem:
              - link "Spellings":
              - text: both cite Harbour
            - listitem:
              - link "Long watch":
              - text: both cite Harbour
        - paragraph:
          - button "Mark as read""
    `);
  });
});
