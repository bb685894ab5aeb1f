/** axe's rules for WCAG 2.2 AA, run in a page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** Which rules run: all for WCAG 2.2 AA and axe's best practice, or those that depend on colours. */
export type Rules = 'all' | 'colour';

const options: Readonly<Record<Rules, RunOptions>> = {
  all: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  colour: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
};

let source: Promise<string> | null = null;

/** axe's code, read once for all pages. */
function axe(): Promise<string> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return source;
}

/** Gives every page of a context axe's code before it loads: to send it to each takes a quarter of a second. */
export async function keepAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: await axe() });
}

/** Accessibility violations of the open page: each rule with the first element that violates it. */
export async function violationsOf(page: Page, rules: Rules = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(await axe());
  return page.evaluate(async (chosen) => {
    const { axe } = globalThis as unknown as { readonly axe: typeof Axe };
    const { violations } = await axe.run(document, { ...chosen, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
  }, options[rules]);
}
