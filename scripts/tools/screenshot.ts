/** The command `npm run screenshot`: the README's picture, taken of the site in `dist`. */
import { mkdir } from 'node:fs/promises';
import { runCommand } from '../../src/command/run-command.ts';
import { startBrowser } from '../../src/e2e/browser.ts';
import { serveSite } from '../../src/e2e/static-host.ts';

await runCommand(async () => {
  const host = await serveSite('dist');
  const viewport = { width: 1440, height: 900 };
  const browser = await startBrowser({ viewport, deviceScaleFactor: 1, colorScheme: 'light' });
  const page = await browser.context.newPage();
  await page.goto(`${host.origin}/systems/zookeeper/`, { waitUntil: 'networkidle' });
  await mkdir('.github', { recursive: true });
  await page.screenshot({ path: '.github/screenshot.png' });
  await browser.close();
  await host.stop();
  return 0;
});
