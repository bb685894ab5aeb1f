/** The command `npm run screenshot`: the README's picture, taken of the built site. */
import { mkdir } from 'node:fs/promises';
import { runCommand } from '../../src/command/run-command.ts';
import { openSite } from '../../src/e2e/site.ts';

await runCommand(async () => {
  const viewport = { width: 1440, height: 900 };
  const site = await openSite({ viewport, deviceScaleFactor: 1, colorScheme: 'light' });
  const page = await site.page();
  await page.goto(`${site.origin}/systems/zookeeper/`, { waitUntil: 'networkidle' });
  await mkdir('.github', { recursive: true });
  await page.screenshot({ path: '.github/screenshot.png' });
  await site.close();
  return 0;
});
