/** The command `npm run readme`: brings all that is generated from the code up to date. */
import { readFile } from 'node:fs/promises';
import { runCommand } from '../../src/command/run-command.ts';
import { editorSchema } from '../../src/settings/documents.ts';
import { writeIfChanged } from '../../src/system/disk.ts';
import { fillReadme } from './readme/tables.ts';

await runCommand(async () => {
  await writeIfChanged('src/settings/garden.schema.json', editorSchema());
  const readme = await readFile('README.md', 'utf8');
  const changed = await writeIfChanged('README.md', fillReadme(readme));
  console.log(changed ? 'README.md is up to date now.' : 'README.md was up to date.');
  return 0;
});
