/** Lighthouse's four scores with its settings for mobile phones. */
import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { findChromium, startBrowser } from '../../../src/e2e/browser.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export interface Scores {
  /** From 0 to 100, in the order of Lighthouse's report. */
  readonly scores: readonly number[];
  /** Audits that cost points. */
  readonly lost: readonly string[];
}

/** Looks at each address in a browser of its own. */
export async function lighthouseScores(address: string): Promise<Scores> {
  const port = await freePort();
  const { args = [] } = await findChromium(process.env);
  const browser = await startBrowser({ args: [...args, `--remote-debugging-port=${port}`] });
  try {
    const result = await lighthouse(address, {
      port,
      logLevel: 'error',
      onlyCategories: [...categories],
    });
    if (!result) throw new Error(`Lighthouse has no result for ${address}`);
    const { lhr } = result;
    const weighed = categories.flatMap((name) => lhr.categories[name]?.auditRefs ?? []);
    const lost = weighed
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${id} ${lhr.audits[id]?.displayValue ?? ''}`.trim());
    const scores = categories.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100));
    return { scores, lost };
  } finally {
    await browser.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
