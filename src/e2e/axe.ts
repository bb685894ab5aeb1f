/** axe's rules for WCAG 2.2 AA, run in a page. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** Accessibility violations of the open page: each rule with the first element that violates it. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  const rules = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(rules, 'utf8'));
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}
