/**
 * Prints what the pages of a built site weigh on the first view, what axe finds in both themes, and
 * Lighthouse's scores for mobile phones: `npm run measure:site -- [--site DIR] [--pages /,/notes/]`.
 */

import { readArguments } from '../../src/command/options.ts';
import { runCommand } from '../../src/command/run-command.ts';
import { violationsOf } from '../../src/e2e/axe.ts';
import { startBrowser } from '../../src/e2e/browser.ts';
import { countingServer } from './measure/counting-server.ts';
import { lighthouseScores } from './measure/lighthouse-scores.ts';
import { type PageWeight, weighPage } from './measure/page-weight.ts';

const usualPages = '/,/systems/kafka/,/mit/6.824/,/tags/consensus/,/journals/2026-11-02/';

await runCommand(async () => {
  const { values } = readArguments(process.argv.slice(2), {
    site: { type: 'string' },
    pages: { type: 'string' },
  });
  const server = await countingServer(String(values['site'] ?? 'dist'));
  const remarks: string[] = [];
  console.log(
    'kB as sent on the first view; Lighthouse: performance, accessibility, practices, SEO\n',
  );
  console.log('| page | HTML | CSS | font | sum | script | axe light, dark | Lighthouse |');
  console.log('|---|---:|---:|---:|---:|---:|---|---|');
  for (const path of String(values['pages'] ?? usualPages).split(',')) {
    const { weight, violations } = await look(server.origin + path);
    const { scores, lost } = await lighthouseScores(server.origin + path);
    const axe = violations.map(({ length }) => length).join(', ');
    console.log(`| ${path} | ${weightCells(weight)} | ${axe} | ${scores.join(' ')} |`);
    remarks.push(...[...violations.flat(), ...lost].map((remark) => `${path}: ${remark}`));
  }
  if (remarks.length > 0) console.log(`\n${remarks.join('\n')}`);
  await server.close();
  return 0;
});

interface Look {
  readonly weight: PageWeight;
  /** In the light theme, in the dark one. */
  readonly violations: readonly (readonly string[])[];
}

async function look(address: string): Promise<Look> {
  const { context, close } = await startBrowser({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const weight = await weighPage(page, address);
    const violations: (readonly string[])[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      violations.push(await violationsOf(page));
    }
    return { weight, violations };
  } finally {
    await close();
  }
}

function weightCells({ html, css, font, script }: PageWeight): string {
  return [html, css, font, html + css + font, script]
    .map((bytes) => (bytes / 1000).toFixed(1))
    .join(' | ');
}
