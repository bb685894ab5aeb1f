/**
 * Prints how well related notes find links that were hidden:
 * `node scripts/tools/measure-related.ts --vaults DIR [--share 0.1] [--rounds 5] [--seed 1]`, where DIR
 * holds one vault per folder.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readArguments } from '../../src/command/options.ts';
import { runCommand } from '../../src/command/run-command.ts';
import { UsageError } from '../../src/system/usage-error.ts';
import { hiddenLinkTable } from './measure/hidden-links.ts';

const usage =
  'node scripts/tools/measure-related.ts --vaults DIR [--share 0.1] [--rounds 5] [--seed 1]';

await runCommand(async () => {
  const { values } = readArguments(process.argv.slice(2), {
    vaults: { type: 'string' },
    share: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string' },
  });
  if (!values['vaults']) throw new UsageError(usage);
  const root = String(values['vaults']);
  const folders = await readdir(root, { withFileTypes: true });
  const vaults = folders.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name));
  const { share = '0.1', rounds = '5', seed = '1' } = values;
  const how = { share: Number(share), rounds: Number(rounds), seed: Number(seed) };
  for (const line of await hiddenLinkTable(vaults.sort(), how)) console.log(line);
  return 0;
});
