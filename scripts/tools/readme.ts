/** The command `npm run readme`: brings everything that is generated from the code up to date. */
import { runCommand } from '../../src/command/run-command.ts';
import { editorSchema } from '../../src/settings/documents.ts';
import { writeIfChanged } from '../../src/system/disk.ts';
import { fillParts, readDocuments } from './documents/generated-parts.ts';

await runCommand(async () => {
  const documents = new Map(
    [...(await readDocuments())].map(([path, text]) => [path, fillParts(text)]),
  );
  documents.set('src/settings/garden.schema.json', editorSchema());
  for (const [path, text] of documents) {
    if (await writeIfChanged(path, text)) console.log(`${path} is up to date now.`);
  }
  return 0;
});
