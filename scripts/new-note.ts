/** The command `npm run new -- "Title"`: a new Obsidian note with today's date, ready to write. */
import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noteFileName, noteTemplate } from '../src/command/new-note/template.ts';
import { runCommand } from '../src/command/options.ts';
import { UsageError } from '../src/system/usage-error.ts';

await runCommand(async () => {
  const title = process.argv.slice(2).join(' ').trim();
  if (title === '')
    throw new UsageError('Give the note a title: npm run new -- "Consistent hashing"');
  const folder = process.env['GARDEN_NEW'] ?? 'notes/obsidian';
  const location = join(folder, noteFileName(title));
  const exists = await access(location).then(
    () => true,
    () => false,
  );
  if (exists) throw new UsageError(`${location} exists already.`);
  await writeFile(location, noteTemplate(title, new Date()));
  console.log(location);
  return 0;
});
