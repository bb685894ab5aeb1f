/** The command `npm run new -- "Title"`: starts a note. */
import { newNote } from '../src/command/new-note/new-note.ts';
import { runCommand } from '../src/command/run-command.ts';

await runCommand(() => newNote(process.argv.slice(2), process.env, new Date()));
