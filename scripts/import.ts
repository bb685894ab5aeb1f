/** The command `npm run import`: reads the notes and writes the resolved garden. */
import { importNotes } from '../src/command/import-notes.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => importNotes(process.argv.slice(2), process.env));
